import { FilePen, ImagePlus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { DraftRow } from "@/components/drafts/draft-row"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Draft } from "@/core/draft"
import { Link } from "@/i18n/navigation"
import { memberAt } from "../member"
import { PageFrame } from "../page-frame"

type Props = { searchParams: Promise<{ cursor?: string }> }

export async function generateMetadata() {
  const t = await getTranslations("drafts")
  return { title: t("title"), robots: { index: false } }
}

/** What one keeps for later: saved, scheduled, on its way, or not published for a reason that it says. */
export default async function DraftsPage({ searchParams }: Props) {
  const { actor } = await memberAt("/drafts")
  const { cursor } = await searchParams
  const [{ items, nextCursor }, t] = await Promise.all([
    orNotFound(Draft.list(actor, { cursor })),
    getTranslations("drafts"),
  ])
  return (
    <PageFrame className="page page--text">
      <div className="row row--wrap spread">
        <div className="stack stack--4">
          <h1 className="h-page">{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
        <Link className="btn btn--line" href="/upload">
          <ImagePlus className="i" aria-hidden="true" />
          {t("new")}
        </Link>
      </div>
      {items.length === 0 ? (
        <Blank
          frame={
            <Frame>
              <FilePen className="i i--lg" aria-hidden="true" />
            </Frame>
          }
          heading={t("empty")}
          text={t("emptyText")}
        />
      ) : (
        <ol className="drafts">
          {items.map((draft) => (
            <DraftRow key={draft.id} draft={draft} />
          ))}
        </ol>
      )}
      {nextCursor && (
        <Link
          className="btn btn--line justify-self-center"
          href={{ pathname: "/drafts", query: { cursor: nextCursor } }}
        >
          {t("more")}
        </Link>
      )}
    </PageFrame>
  )
}
