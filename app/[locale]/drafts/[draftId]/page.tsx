import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { ClientMessages } from "@/components/client-messages"
import { EditDraft } from "@/components/edit/edit-draft"
import { Shell } from "@/components/layout/shell"
import { WaitingPost } from "@/components/upload/waiting-post"
import { Draft } from "@/core/draft"
import type { DraftView } from "@/core/draft/draft.schema"
import { Photo } from "@/core/photo"
import { partBytes } from "@/core/photo/upload.schema"
import { maxAltText, maxCaption, maxContentWarning } from "@/core/post/post.schema"
import { redirect } from "@/i18n/navigation"
import { memberAt } from "../../member"
import { PageFrame } from "../../page-frame"

type Props = { params: Promise<{ locale: string; draftId: string }> }

const limits = { caption: maxCaption, altText: maxAltText, contentWarning: maxContentWarning }

export async function generateMetadata() {
  const t = await getTranslations("edit")
  return { title: t("draftTitle"), robots: { index: false } }
}

/** Whether it waits for its author; else it waits for nothing but its photos. */
const isKept = ({ status, failure }: DraftView) =>
  status === "saved" || status === "scheduled" || failure !== undefined

/** A post that is not published yet, shown to its author: to be changed, or followed until it is; then the way to it. */
export default async function DraftPage({ params }: Props) {
  const { locale, draftId } = await params
  const { actor, me } = await memberAt(`/drafts/${draftId}`)
  const publication = await orNotFound(Draft.get(actor, { draftId }))
  if (publication.status === "published") redirect({ href: `/p/${publication.post.id}`, locale })
  const { draft } = publication
  if (!isKept(draft)) {
    return (
      <PageFrame>
        <WaitingPost draft={draft} maker={{ userId: actor.userId, partSize: partBytes }} />
      </PageFrame>
    )
  }
  const known = draft.photos.filter(({ picture }) => picture)
  const receipts = await Promise.all(known.map(({ photoId }) => Photo.get(actor, { photoId })))
  return (
    <Shell site={site.name} viewer={me} bar={false} className="page compose max-w-280">
      <ClientMessages of={["drafts", "edit", "upload", "license", "receipt", "api"]}>
        <EditDraft draft={draft} receipts={receipts} limits={limits} />
      </ClientMessages>
    </Shell>
  )
}
