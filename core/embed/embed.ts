import { type Actor, asVisitor } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { operation } from "../operation"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import type { Locale } from "../user/user.schema"
import { type Embedded, EmbedInput, OembedInput, type Offer } from "./embed.schema"

/** A post as any site may show it: a visitor's view, whoever looks. */
export const page = operation(EmbedInput, async (actor, { postId, lang }): Promise<Embedded> => {
  return { lang, post: await postFor(actor, postId) }
})

/**
 * The post that an address leads to, for a site that wants to show it.
 * @throws AppError `not_found` for other sites' addresses and for what is not public, `not_implemented` for XML
 */
export const oembed = operation(OembedInput, async (actor, { url, format, ...most }): Promise<Offer> => {
  if (format === "xml") throw new AppError("not_implemented", { reason: "oembed_xml" })
  const named = postAt(url)
  const post = named && (await postFor(actor, named.postId))
  if (!post) throw new AppError("not_found")
  return { lang: named.lang, post, ...most }
})

async function postFor(actor: Actor, postId: string): Promise<PostView | undefined> {
  const visitor = asVisitor(actor)
  const row = await Post.postRow(postId)
  return row && (await Post.views(visitor, [row]))[0]
}

const path = /^(?:\/(en|ja))?\/p\/(pst_[0-9A-Z]{26})\/?$/

/** The post that one of our own addresses names, and its language. */
function postAt(address: string): { postId: string; lang: Locale } | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.origin !== new URL(config.settings.siteUrl).origin) return undefined
  const [, lang, postId] = path.exec(url.pathname) ?? []
  return postId ? { postId, lang: lang === "ja" ? "ja" : "en" } : undefined
}
