import { z } from "zod"
import type { PostView } from "../post/post.schema"
import { TagName } from "../tag/tag.schema"
import { Handle, Locale, type UserView } from "../user/user.schema"

/** The language that it is read in, and that its links lead to. */
const lang = Locale.default("en")

export const PersonChannel = z.strictObject({ handle: Handle, lang })
export const TagChannel = z.strictObject({ tag: TagName, lang })

/** The newest posts that everybody may see: of a person, or with a tag. */
export type Channel = { lang: Locale; posts: PostView[] } & ({ person: UserView } | { tag: string })
