import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { ClientMessages } from "@/components/client-messages"
import { Shell } from "@/components/layout/shell"
import { WordsQueue } from "@/components/share/words-queue"
import { Guest } from "@/core/guest"
import { memberAt } from "../member"

export const generateMetadata = async () => ({ title: (await getTranslations("share.wordsQueue"))("title") })

/** What guests wrote under one's posts, for oneself to decide about. */
export default async function GuestWordsPage() {
  const { actor, me } = await memberAt("/guests")
  const [page, t] = await Promise.all([
    Guest.waitingComments(actor, { limit: 24 }),
    getTranslations("share.wordsQueue"),
  ])
  return (
    <Shell site={site.name} viewer={me} className="page page--text stack stack--24">
      <header className="stack stack--8">
        <h1 className="h-page">{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
      </header>
      <ClientMessages of={["share", "api"]}>
        <WordsQueue page={page} />
      </ClientMessages>
    </Shell>
  )
}
