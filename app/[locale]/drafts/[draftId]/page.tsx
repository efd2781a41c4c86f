import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { WaitingPost } from "@/components/upload/waiting-post"
import { Draft } from "@/core/draft"
import { partBytes } from "@/core/photo/upload.schema"
import { redirect } from "@/i18n/navigation"
import { memberAt } from "../../member"
import { PageFrame } from "../../page-frame"

type Props = { params: Promise<{ locale: string; draftId: string }> }

export async function generateMetadata() {
  const t = await getTranslations("upload.waiting")
  return { title: t("title"), robots: { index: false } }
}

/** A post that waits for its photos, shown to its author; once it is published, the way to it. */
export default async function DraftPage({ params }: Props) {
  const { locale, draftId } = await params
  const { actor } = await memberAt(`/drafts/${draftId}`)
  const publication = await orNotFound(Draft.get(actor, { draftId }))
  if (publication.status === "published") redirect({ href: `/p/${publication.post.id}`, locale })
  return (
    <PageFrame>
      <WaitingPost draft={publication.draft} maker={{ userId: actor.userId, partSize: partBytes }} />
    </PageFrame>
  )
}
