import { z } from "zod"
import { idOf } from "../id"
import type { PostView } from "../post/post.schema"
import { Locale } from "../user/user.schema"

export const EmbedInput = z.strictObject({ postId: idOf("post"), lang: Locale.default("en") })

const side = z.coerce.number().int().min(1).max(10_000).optional()

/** What oEmbed 1.0 lets a consumer ask. */
export const OembedInput = z.strictObject({
  url: z.string().min(1).max(2000),
  format: z.enum(["json", "xml"]).default("json"),
  maxwidth: side,
  maxheight: side,
})

/** A post on another site's page; nothing where there is none, or none for everybody. */
export type Embedded = { lang: Locale; post: PostView | undefined }

/** A post that another site may show, and how much room there is. */
export type Offer = { lang: Locale; post: PostView; maxwidth?: number; maxheight?: number }

/** How another site shows a post, as oEmbed 1.0 says it. */
export const OembedView = z.object({
  version: z.literal("1.0"),
  type: z.literal("rich"),
  title: z.string(),
  author_name: z.string(),
  author_url: z.url(),
  provider_name: z.string(),
  provider_url: z.url(),
  /** Seconds after which a consumer should ask again. */
  cache_age: z.int(),
  html: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** A covered post has none. */
  thumbnail_url: z.url().optional(),
  thumbnail_width: z.int().positive().optional(),
  thumbnail_height: z.int().positive().optional(),
})
export type OembedView = z.output<typeof OembedView>
