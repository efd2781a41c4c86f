import { useFormatter, useTranslations } from "next-intl"
import { ClientMessages } from "@/components/client-messages"
import { Avatar } from "@/components/ui/avatar"
import type { CasePage, CaseView } from "@/core/moderation/moderation.schema"
import { Link } from "@/i18n/navigation"
import { CaseDecisions } from "./case-decisions"
import type { Place } from "./case-href"
import { CaseNotes } from "./case-notes"
import { CasePictures } from "./case-pictures"
import { CaseReports } from "./case-reports"
import { CaseSteps } from "./case-steps"
import { DecideForm } from "./decide-form"
import { seenOf } from "./seen-of"

type Props = {
  shown: CaseView
  place: Place
  page: CasePage
  /** Whether who looks runs the site, and sees more of it. */
  admin: boolean
}

/** One case: whose it is, the thing itself large, who said what, and what may be decided. */
export function CaseOf({ shown, place, page, admin }: Props) {
  const t = useTranslations("safety.desk")
  const format = useFormatter()
  const { owner, ownerSince, ownerPosts: posts, against, target, kind, comment, acts, status, opens } = shown
  const own = kind === "post" || comment ? `/p/${comment?.postId ?? target}` : owner && `/u/${owner.handle}`
  const way = admin ? `/admin/explain/${target}` : opens && own
  return (
    <article className="rep__case stack stack--16">
      <CaseSteps current={target} shown={shown} place={place} page={page} />
      {owner && (
        <div className="row gap-3">
          <Avatar person={owner} size="sm" />
          <div className="grow">
            <div className="med cut">@{owner.handle}</div>
            <div className="faint xs">
              {ownerSince &&
                t("since", {
                  when: format.dateTime(new Date(ownerSince), { year: "numeric", month: "long" }),
                  posts,
                  against,
                })}
            </div>
          </div>
          {way && (
            <Link className="btn btn--line btn--sm" href={way}>
              {admin ? t("explain") : t("openPage")}
            </Link>
          )}
        </div>
      )}
      <CasePictures shown={shown} />
      <CaseReports shown={shown} />
      <ClientMessages of={["api", "safety"]}>
        {place.queue === "open" && acts.length > 0 && (
          <DecideForm
            key={target}
            shown={shown}
            place={place}
            items={page.items.map((item) => item.target)}
            seen={seenOf(shown, page.items)}
          />
        )}
        <CaseDecisions decisions={shown.decisions} queue={place.queue} />
        {(owner || status !== "none") && <CaseNotes target={target} notes={shown.notes} />}
      </ClientMessages>
    </article>
  )
}
