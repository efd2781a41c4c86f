import { useTranslations } from "next-intl"
import type { SuggestionView } from "@/core/profile/profile.schema"
import { FollowButton } from "./follow-button"
import { PersonRow } from "./person-row"
import { SuggestionPhotos } from "./suggestion-photos"
import { useFollowWords } from "./words"

type Props = { items: readonly SuggestionView[] }

/** People whom one might like to follow, each with their newest photos. Nothing where there is nobody. */
export function Suggestions({ items }: Props) {
  const t = useTranslations("people")
  const words = useFollowWords()
  if (items.length === 0) return null
  return (
    <section className="suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions" className="med">
        {t("suggestions")}
      </h2>
      <ul className="list">
        {items.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            note={person.followedBy > 0 ? t("followedBy", { count: person.followedBy }) : undefined}
          >
            <SuggestionPhotos photos={person.photos} />
            <FollowButton person={person} words={words} small />
          </PersonRow>
        ))}
      </ul>
    </section>
  )
}
