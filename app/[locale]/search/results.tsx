import { useTranslations } from "next-intl"
import { PostRows } from "@/components/feed/post-rows"
import { PeopleList } from "@/components/people/people-list"
import { usePeopleListWords } from "@/components/people/words"
import { NothingFound } from "@/components/search/nothing-found"
import { TagResults } from "@/components/search/tag-results"
import { type Sought, soughtQuery } from "@/components/search/way"
import type { PersonView } from "@/core/follow/follow.schema"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"
import type { TagView } from "@/core/tag/tag.schema"
import { getPathname } from "@/i18n/navigation"

type Found = Page<PostView | PersonView | TagView>
type Props = {
  sought: Sought
  /** What was found, why it was not looked for, or undefined where nothing is asked yet. */
  outcome: Found | string | undefined
  locale: "en" | "ja"
  member: boolean
}

/** What was found, as what it is. */
export function Results({ sought, outcome, locale, member }: Props) {
  const t = useTranslations("search")
  const peopleWords = usePeopleListWords()
  if (outcome === undefined || typeof outcome === "string")
    return <NothingFound sought={sought} refusal={outcome} />
  const query = new URLSearchParams(soughtQuery(sought))
  const source = {
    api: `/api/search?${query}` as const,
    path: `/search?${query}`,
  }
  if (outcome.items.length === 0 && (outcome.nextCursor === null || sought.type !== "posts"))
    return <NothingFound sought={sought} />
  if (sought.type === "users")
    return (
      <div className="found">
        <PeopleList
          label={t("people")}
          page={outcome as Page<PersonView>}
          source={{ api: source.api, path: getPathname({ href: source.path, locale }) }}
          words={peopleWords}
          member={member}
        />
      </div>
    )
  if (sought.type === "tags") return <TagResults page={outcome as Page<TagView>} path={source.path} />
  return (
    <div className="bleed">
      <PostRows key={source.path} page={outcome as Page<PostView>} source={source} locale={locale} />
    </div>
  )
}
