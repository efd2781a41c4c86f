import "server-only"
import type { PostPhotoView, PostView } from "@/core/post/post.schema"
import type { AuthorView, Locale } from "@/core/user/user.schema"
import { getPathname } from "@/i18n/path"
import { site } from "../site"
import { wordsIn } from "./words"

/** An address of the site as others have to write it. */
export const absolute = (address: string) => new URL(address, site.url).href

export const pageAt = (path: string, lang: Locale) => absolute(getPathname({ href: path, locale: lang }))
export const postPage = ({ id }: Pick<PostView, "id">, lang: Locale) => pageAt(`/p/${id}`, lang)
export const personPage = ({ handle }: Pick<AuthorView, "handle">, lang: Locale) =>
  pageAt(`/u/${handle}`, lang)

/** The first line of the caption, else whose photos it shows. */
export function titleOf({ caption, photos, author }: PostView, lang: Locale): string {
  const line = caption.split("\n").find((one) => one.trim() !== "")
  return (
    cut(line?.trim() ?? "", 120) || wordsIn(lang)("photosBy", { count: photos.length, name: author.name })
  )
}

function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text
}

export type OutsideImage = { url: string; width: number; height: number; alt: string }

/** The largest picture that everybody's reader can show. */
export function imageOf({ variants, altText }: PostPhotoView, undescribed: string): OutsideImage | undefined {
  const jpeg = variants.findLast(({ type }) => type === "image/jpeg")
  return (
    jpeg && { url: absolute(jpeg.url), width: jpeg.width, height: jpeg.height, alt: altText || undescribed }
  )
}

/** What may stand beside a link to a post: nothing of what is covered or not for everybody. */
export const imagesOf = (post: PostView, undescribed = ""): OutsideImage[] =>
  post.audience === "public" && !post.contentWarning
    ? post.photos.flatMap((photo) => imageOf(photo, undescribed) ?? [])
    : []

/** The photo beside a name, as large as it is to be had. */
export function avatarImage({ avatar, name }: AuthorView): OutsideImage | undefined {
  const jpeg = avatar?.variants.findLast(({ type }) => type === "image/jpeg")
  return jpeg && { url: absolute(jpeg.url), width: jpeg.width, height: jpeg.height, alt: name }
}
