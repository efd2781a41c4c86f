import { orNotFound } from "@/app/_server/page"
import { LinkedAlbum } from "@/components/share/linked-album"
import { Share } from "@/core/share"
import { LinkFrame } from "../../link-frame"
import { type Asked, guestOf, itemsOf, linkMetadata, linkOf, queryOf } from "../../opened"
import { shut } from "../../shut"

type Props = {
  params: Promise<{ token: string; albumId: string }>
  searchParams: Promise<Asked>
}

export const generateMetadata = linkMetadata

/** An album in the one that a link opens. */
export default async function InnerAlbumPage({ params, searchParams }: Props) {
  const [{ token, albumId }, { as, cursor }] = await Promise.all([params, searchParams])
  const closed = await shut(token, as)
  if (closed) return closed
  const actor = await guestOf(token, as)
  const [{ by }, album, page, query] = await Promise.all([
    linkOf(token, as),
    orNotFound(Share.album(actor, { token, albumId })),
    itemsOf(token, { as, albumId, cursor }),
    queryOf(token, as),
  ])
  return (
    <LinkFrame token={token} as={as} className="page stack stack--24">
      <LinkedAlbum token={token} query={query} album={album} by={by.name} page={page} inner />
    </LinkFrame>
  )
}
