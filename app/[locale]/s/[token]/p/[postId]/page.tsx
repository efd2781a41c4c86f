import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { LinkedPost } from "@/components/share/linked-post"
import { Share } from "@/core/share"
import { LinkFrame } from "../../link-frame"
import { type Asked, guestOf, linkMetadata, linkOf, queryOf } from "../../opened"
import { shut } from "../../shut"
import { Words } from "../../words"

type Props = { params: Promise<{ token: string; postId: string }>; searchParams: Promise<Asked> }

export const generateMetadata = linkMetadata

/** A post of an album that a link opens. */
export default async function LinkedPostPage({ params, searchParams }: Props) {
  const [{ token, postId }, { as }] = await Promise.all([params, searchParams])
  const closed = await shut(token, as)
  if (closed) return closed
  const actor = await guestOf(token, as)
  const [{ target, noDownload, comments, by }, post, query, t] = await Promise.all([
    linkOf(token, as),
    orNotFound(Share.post(actor, { token, postId })),
    queryOf(token, as),
    getTranslations("share"),
  ])
  const back =
    target.kind === "album"
      ? { href: { pathname: `/s/${token}`, query: query ?? ("" as const) }, title: target.album.title }
      : undefined
  return (
    <LinkFrame token={token} as={as} className="stage">
      <h1 className="vh">{t("heading", { name: by.name })}</h1>
      <LinkedPost post={post} noDownload={noDownload} back={back}>
        {comments && <Words token={token} as={as} post={post} />}
      </LinkedPost>
    </LinkFrame>
  )
}
