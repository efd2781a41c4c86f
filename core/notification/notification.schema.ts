import { z } from "zod"
import { idOf } from "../id"
import { PictureView } from "../photo/photo.schema"
import { AuthorView } from "../user/user.schema"

/** What people are told of. */
export const Kind = z.enum([
  "like",
  "comment",
  "reply",
  "mention",
  "comment_like",
  "follow",
  "request",
  "accepted",
  "album_member",
  "album_photos",
  "guest_photos",
  "guest_comments",
])
export type Kind = z.output<typeof Kind>

/** What guests do: they are nobody whom one could name. */
export const isOfGuests = (kind: string) => kind === "guest_photos" || kind === "guest_comments"

/** What the site itself tells, which nobody switches off. */
export const SiteKind = z.enum(["decision", "undone", "appeal", "report"])
export type SiteKind = z.output<typeof SiteKind>
export const AnyKind = z.enum([...Kind.options, ...SiteKind.options])
export type AnyKind = z.output<typeof AnyKind>

/** The most unread ones that are counted; beyond that it is "more". */
export const maxUnread = 20

/** Several people who did the same are one notification, until it is read. */
export const NotificationView = z.object({
  id: idOf("notification"),
  kind: AnyKind,
  /** The decision that it is about. */
  decisionId: idOf("decision").optional(),
  /** The last ones, the newest first. */
  actors: z.array(AuthorView).max(3),
  /** How many more did it. */
  others: z.int().nonnegative(),
  /** The post that it is about; without a picture where that is covered by a warning. */
  post: z
    .object({ id: idOf("post"), own: z.boolean(), altText: z.string(), picture: PictureView.optional() })
    .optional(),
  /** The comment or reply that it is about, and how it begins. */
  comment: z.object({ id: idOf("comment"), excerpt: z.string() }).optional(),
  /** The album that it is about. */
  album: z.object({ id: idOf("album"), title: z.string() }).optional(),
  /** Of a new follower: how one stands to them. */
  viewer: z.object({ follows: z.boolean(), requested: z.boolean(), private: z.boolean() }).optional(),
  at: z.iso.datetime(),
  read: z.boolean(),
})
export type NotificationView = z.output<typeof NotificationView>

/** `upTo` is the newest notification that the reader has seen: it and all before it are read. */
export const ReadInput = z.strictObject({ upTo: idOf("notification") })

/** How many are unread; `more` when there are more than that. */
export const UnreadView = z.object({ count: z.int().min(0).max(maxUnread), more: z.boolean() })
export type UnreadView = z.output<typeof UnreadView>

const each = <T extends z.ZodType>(is: T) =>
  ({
    like: is,
    comment: is,
    reply: is,
    mention: is,
    comment_like: is,
    follow: is,
    request: is,
    accepted: is,
    album_member: is,
    album_photos: is,
    guest_photos: is,
    guest_comments: is,
  }) satisfies Record<Kind, T>

export const Digest = z.enum(["off", "daily"])
export type Digest = z.output<typeof Digest>

export const NotificationSettingsView = z.object({
  kinds: z.object(each(z.boolean())),
  /** Whether what is unread is mailed, once a day at most. */
  digest: Digest,
  /** The hour of the day, in UTC, in which the mail goes out. */
  digestHour: z.int().min(0).max(23),
})
export type NotificationSettingsView = z.output<typeof NotificationSettingsView>

export const UpdateNotificationSettings = z.strictObject({
  kinds: z
    .strictObject(each(z.boolean().optional()))
    .refine((kinds) => Object.keys(kinds).length > 0, { error: "no_kind" })
    .optional(),
  digest: Digest.optional(),
  digestHour: z.int().min(0).max(23).optional(),
})

/** What stands in the link of a digest: it ends the digest of one person and opens nothing else. */
export const UnsubscribeInput = z.strictObject({
  token: z
    .string()
    .regex(/^usr_[0-7][0-9A-HJKMNP-TV-Z]{25}\.[\w-]{1,40}\.[\w-]{43}$/, { error: "unsubscribe_token" }),
})
