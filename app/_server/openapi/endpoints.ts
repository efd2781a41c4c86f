import "server-only"
import type { Endpoint } from "./endpoint"
import { access } from "./endpoints/access"
import { account } from "./endpoints/account"
import { admin } from "./endpoints/admin"
import { blocks } from "./endpoints/blocks"
import { feeds } from "./endpoints/feeds"
import { follows } from "./endpoints/follows"
import { health } from "./endpoints/health"
import { notifications } from "./endpoints/notifications"
import { outside } from "./endpoints/outside"
import { people } from "./endpoints/people"
import { photos } from "./endpoints/photos"
import { posts } from "./endpoints/posts"
import { search } from "./endpoints/search"
import { talk } from "./endpoints/talk"

/** Every operation that the API offers, by part; a test holds the route files against it. */
export const endpoints: readonly Endpoint[] = [
  ...health,
  ...account,
  ...access,
  ...photos,
  ...posts,
  ...talk,
  ...feeds,
  ...people,
  ...follows,
  ...blocks,
  ...notifications,
  ...outside,
  ...search,
  ...admin,
]
