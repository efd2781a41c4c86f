import "server-only"
import type { Endpoint } from "./endpoint"
import { access } from "./endpoints/access"
import { account } from "./endpoints/account"
import { admin } from "./endpoints/admin"
import { albums } from "./endpoints/albums"
import { blocks } from "./endpoints/blocks"
import { data } from "./endpoints/data"
import { departure } from "./endpoints/departure"
import { feeds } from "./endpoints/feeds"
import { follows } from "./endpoints/follows"
import { guests } from "./endpoints/guests"
import { health } from "./endpoints/health"
import { imports } from "./endpoints/imports"
import { links } from "./endpoints/links"
import { notifications } from "./endpoints/notifications"
import { outside } from "./endpoints/outside"
import { people } from "./endpoints/people"
import { photos } from "./endpoints/photos"
import { posts } from "./endpoints/posts"
import { safety } from "./endpoints/safety"
import { search } from "./endpoints/search"
import { security } from "./endpoints/security"
import { talk } from "./endpoints/talk"

/** Every operation that the API offers, by part; a test holds the route files against it. */
export const endpoints: readonly Endpoint[] = [
  ...health,
  ...account,
  ...access,
  ...data,
  ...security,
  ...imports,
  ...departure,
  ...photos,
  ...posts,
  ...talk,
  ...albums,
  ...links,
  ...guests,
  ...feeds,
  ...people,
  ...follows,
  ...blocks,
  ...notifications,
  ...outside,
  ...search,
  ...safety,
  ...admin,
]
