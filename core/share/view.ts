import { config } from "../config"
import { Photo } from "../photo"
import type { Post } from "../post"
import { User } from "../user"
import { unseal } from "./link-token"
import { isOver, type ShareRow, showsVariant } from "./share.access"
import type { LinkedPost, LinkView } from "./share.schema"

/** A link as those see it who may give it away. */
export function linkView(link: ShareRow): LinkView {
  const token = unseal(link.sealed)
  return {
    id: link.shareId,
    ...(token ? { url: `${config.settings.siteUrl}/s/${token}` } : {}),
    name: link.name,
    kind: link.kind,
    hasPassword: link.passwordHash !== undefined,
    ...switchesOf(link),
    createdAt: link.createdAt,
    ...(link.endsAt ? { endsAt: link.endsAt } : {}),
    ended: isOver(link),
    ...(link.usedAt ? { usedAt: link.usedAt } : {}),
  }
}

export const switchesOf = ({ noDownload = false, noCamera = false, comments = false }: ShareRow) => ({
  noDownload,
  noCamera,
  comments,
})

/** A post as a link shows it; its pictures are asked for with the link's token where the CDN does not have them. */
export function linkedPost(link: ShareRow, token: string, { row, author }: Post.Seen): LinkedPost {
  return {
    id: row.postId,
    author: User.author(author),
    ...(row.guest ? { guest: row.guest } : {}),
    caption: row.caption,
    photos: row.photos.map(({ altText, camera, place, ...picture }) => ({
      ...throughLink(link, token, Photo.pictureView(picture)),
      altText,
      ...(camera && !link.noCamera ? { camera } : {}),
      ...(place && !link.noCamera ? { place } : {}),
    })),
    license: row.license as LinkedPost["license"],
    ...(row.contentWarning ? { contentWarning: row.contentWarning } : {}),
    commentsAllowed: link.comments === true && row.commentsAllowed,
    createdAt: row.createdAt,
  }
}

type View = ReturnType<typeof Photo.pictureView>

function throughLink(link: ShareRow, token: string, picture: View): View {
  const shown = picture.variants.filter(({ url }) =>
    showsVariant(link, url.slice(url.search(/[^/-]+$/)), false),
  )
  const variants = shown.map((variant) => ({
    ...variant,
    url: variant.url.startsWith("/api/media/") ? `${variant.url}?link=${token}` : variant.url,
  }))
  return { ...picture, variants }
}
