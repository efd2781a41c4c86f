import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { ClientMessages } from "@/components/client-messages"
import { Shell } from "@/components/layout/shell"
import { GuestQueue } from "@/components/share/guest-queue"
import { AppError } from "@/core/error"
import { Guest } from "@/core/guest"
import { Link } from "@/i18n/navigation"
import { memberAt } from "../../../member"

type Props = { params: Promise<{ albumId: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations("share.queue"))("title") })

/** What guests sent to an album, for those who decide about it. */
export default async function GuestsPage({ params }: Props) {
  const { albumId } = await params
  const { actor, me } = await memberAt(`/a/${albumId}/guests`)
  const [page, t] = await Promise.all([
    orNotFound(Guest.queue(actor, { albumId, limit: 24 }).catch(hidden)),
    getTranslations("share.queue"),
  ])
  return (
    <Shell site={site.name} viewer={me} className="page stack stack--24">
      <header className="stack stack--8">
        <Link className="muted" href={`/a/${albumId}`}>
          {t("back")}
        </Link>
        <h1 className="h-page">{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
      </header>
      <ClientMessages of={["share", "api"]}>
        <GuestQueue key={albumId} albumId={albumId} page={page} />
      </ClientMessages>
    </Shell>
  )
}

/** Whoever may only look at the album has no queue. */
function hidden(error: unknown): never {
  if (error instanceof AppError && error.code === "forbidden") throw new AppError("not_found")
  throw error
}
