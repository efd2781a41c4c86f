import { getTranslations } from "next-intl/server"
import { ClientMessages } from "@/components/client-messages"
import { GuestUpload } from "@/components/share/guest-upload"
import { LinkedAlbum } from "@/components/share/linked-album"
import { LinkedPost } from "@/components/share/linked-post"
import { LinkFrame } from "./link-frame"
import { type Asked, guestLimits, itemsOf, linkMetadata, linkOf, queryOf } from "./opened"
import { shut } from "./shut"
import { Words } from "./words"

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Asked>
}

export const generateMetadata = linkMetadata

/** What a link opens: a post or an album, its password first where it has one. */
export default async function LinkPage({ params, searchParams }: Props) {
  const [{ token }, { as, cursor }] = await Promise.all([params, searchParams])
  const closed = await shut(token, as)
  if (closed) return closed
  const [{ target, noDownload, comments, by, kind }, query, t] = await Promise.all([
    linkOf(token, as),
    queryOf(token, as),
    getTranslations("share"),
  ])
  if (target.kind === "post")
    return (
      <LinkFrame token={token} as={as} className="stage">
        <h1 className="vh">{t("heading", { name: by.name })}</h1>
        <LinkedPost post={target.post} noDownload={noDownload}>
          {comments && <Words token={token} as={as} post={target.post} />}
        </LinkedPost>
      </LinkFrame>
    )
  return (
    <LinkFrame token={token} as={as} className="page stack stack--24">
      <LinkedAlbum
        token={token}
        query={query}
        album={target.album}
        by={by.name}
        page={await itemsOf(token, { as, cursor })}
      />
      {kind === "contribute" && (
        <ClientMessages of={["share", "api"]}>
          <GuestUpload token={token} owner={by.name} limits={guestLimits()} />
        </ClientMessages>
      )}
    </LinkFrame>
  )
}
