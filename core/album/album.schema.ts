import { z } from "zod"
import { idOf } from "../id"
import { PageInput } from "../page.schema"
import { PictureView } from "../photo/photo.schema"
import { Visibility } from "../post/post.schema"
import { line, text } from "../text.schema"
import { AuthorView, Handle } from "../user/user.schema"

export const maxAlbumTitle = 100
export const maxAlbumDescription = 1000
/** How deep albums may lie in one another, the outermost counted. */
export const maxDepth = 8
export const maxAlbums = 500
export const maxItems = 20_000
export const maxMembers = 200
/** How many albums one post may be in. */
export const maxPlaces = 50
/** How many posts are added, moved or taken out by one call. */
export const maxAtOnce = 100

/** What somebody may do in an album of another, from the least to the most. */
export const AlbumRole = z.enum(["viewer", "contributor", "manager"])
export type AlbumRole = z.output<typeof AlbumRole>

/** The same with the one whose album it is. */
export const AlbumStanding = z.enum([...AlbumRole.options, "owner"])
export type AlbumStanding = z.output<typeof AlbumStanding>

/** By hand, or by the time the posts were published. */
export const AlbumOrder = z.enum(["hand", "newest", "oldest"])
export type AlbumOrder = z.output<typeof AlbumOrder>

const Title = line(maxAlbumTitle, 1)
const Description = text(maxAlbumDescription)

export const AlbumInput = z.strictObject({ albumId: idOf("album") })
export const AlbumPage = PageInput.extend({ albumId: idOf("album") })

export const CreateAlbum = z.strictObject({
  title: Title,
  description: Description.default(""),
  visibility: Visibility.default("private"),
  order: AlbumOrder.default("hand"),
  /** The album of one's own that it lies in. */
  parentId: idOf("album").optional(),
})

/** What is not given stays as it is. */
export const EditAlbum = z.strictObject({
  albumId: idOf("album"),
  title: Title.optional(),
  description: Description.optional(),
  visibility: Visibility.optional(),
  order: AlbumOrder.optional(),
  /** A post of the album; empty for the first one. */
  coverPostId: z.union([idOf("post"), z.literal("")]).optional(),
  /** Where it is moved to; empty for the outermost. */
  parentId: z.union([idOf("album"), z.literal("")]).optional(),
})
export type EditAlbum = z.output<typeof EditAlbum>

const postIds = z
  .array(idOf("post"))
  .min(1, { error: "no_post" })
  .max(maxAtOnce, { error: "too_many_posts" })
  .transform((ids) => [...new Set(ids)])

export const AlbumItems = z.strictObject({ albumId: idOf("album"), postIds })
export const AlbumItem = z.strictObject({ albumId: idOf("album"), postId: idOf("post") })

/** Moves posts, in the order given, to an end of the album or beside another post. */
export const OrderItems = z
  .strictObject({
    albumId: idOf("album"),
    postIds,
    to: z.enum(["first", "last", "before", "after"]),
    /** What `before` and `after` mean. */
    besideId: idOf("post").optional(),
  })
  .refine(({ to, besideId }) => (to === "before" || to === "after") === (besideId !== undefined), {
    error: "beside",
    path: ["besideId"],
  })
  .refine(({ postIds: ids, besideId }) => !besideId || !ids.includes(besideId), {
    error: "beside",
    path: ["besideId"],
  })

export const AddMember = z.strictObject({
  albumId: idOf("album"),
  handle: Handle,
  role: AlbumRole.default("viewer"),
})
export const SetMember = z.strictObject({ albumId: idOf("album"), userId: idOf("user"), role: AlbumRole })
export const AlbumMember = z.strictObject({ albumId: idOf("album"), userId: idOf("user") })

export const AlbumsOfUser = PageInput.extend({ handle: Handle })
/** One's own and those of others that one is a member of. */
export const MyAlbums = PageInput.extend({ kind: z.enum(["own", "shared"]).default("own") })
/** One's own, wherever they lie, to add a post to. */
export const ChooseAlbum = PageInput.extend({ postId: idOf("post").optional() })

/** The picture of an album; without one where nothing of it may be seen, or where that is covered by a warning. */
const Cover = z.object({ postId: idOf("post"), altText: z.string(), picture: PictureView })

export const AlbumCard = z.object({
  id: idOf("album"),
  owner: AuthorView,
  title: z.string(),
  visibility: Visibility,
  cover: Cover.optional(),
  /** How much is in it: for its owner and members. Others may not see all of it. */
  items: z.int().nonnegative().optional(),
  /** What one may do in it, if more than look. */
  role: AlbumStanding.optional(),
})
export type AlbumCard = z.output<typeof AlbumCard>

export const AlbumView = AlbumCard.extend({
  description: z.string(),
  order: AlbumOrder,
  /** Who sees it in effect, besides members: of a private account, followers at most. */
  audience: Visibility,
  /** Whether its owner asks search engines to leave it out. */
  unlisted: z.boolean(),
  /** Whether one is a member of it itself, not of one around it alone: that is what one can leave. */
  joined: z.boolean(),
  /** The albums that it lies in, the outermost first, as far as one may see them. */
  path: z.array(z.object({ id: idOf("album"), title: z.string() })),
  /** How many albums lie in it, and how many people are members: for its owner and members. */
  albums: z.int().nonnegative().optional(),
  members: z.int().nonnegative().optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type AlbumView = z.output<typeof AlbumView>

export const MemberView = z.object({ person: AuthorView, role: AlbumStanding, since: z.iso.datetime() })
export type MemberView = z.output<typeof MemberView>

/** What came of adding many: those that were in it already are not counted. */
export const AddedView = z.object({ added: z.int().nonnegative() })

/** The albums that a post is in. */
export const AlbumsOfPost = z.object({
  items: z.array(z.object({ id: idOf("album"), title: z.string() })),
})
export type AlbumsOfPost = z.output<typeof AlbumsOfPost>
