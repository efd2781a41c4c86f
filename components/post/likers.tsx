import { PeopleList } from "@/components/people/people-list"
import { usePeopleListWords } from "@/components/people/words"
import type { PersonView } from "@/core/follow/follow.schema"
import type { Page } from "@/core/page.schema"
import { getPathname } from "@/i18n/navigation"

type Props = {
  postId: string
  label: string
  page: Page<PersonView>
  locale: "en" | "ja"
  /** Whether the reader can follow. */
  member: boolean
}

/** The people who like a post. */
export function Likers({ postId, label, page, locale, member }: Props) {
  const source = {
    api: `/api/posts/${postId}/likes`,
    path: getPathname({ href: `/p/${postId}/likes`, locale }),
  }
  return <PeopleList label={label} page={page} source={source} words={usePeopleListWords()} member={member} />
}
