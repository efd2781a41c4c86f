"use client"

import { UserMinus } from "lucide-react"
import { people } from "@/components/api/people"
import { withCursor } from "@/components/api/query"
import { ProblemError } from "@/components/api-call"
import { fill } from "@/components/post/words"
import { toast } from "@/components/ui/toast"
import type { PersonView } from "@/core/follow/follow.schema"
import type { Page } from "@/core/page.schema"
import { useRouter } from "@/i18n/navigation"
import { FollowButton } from "./follow-button"
import { MoreButton } from "./more-button"
import { PersonRow } from "./person-row"
import { useMore } from "./use-more"
import type { PeopleListWords } from "./words"

type Props = {
  label: string
  page: Page<PersonView>
  /** Where the API gives the next pages, with a path of its own for readers without a script. */
  source: { api: string; path: string }
  words: PeopleListWords
  /** Whether the reader can follow: visitors only look. */
  member: boolean
  /** Whether these are the reader's own followers, whom they may take away. */
  removable?: boolean
}

/** People, each with the way to follow them. */
export function PeopleList({ label, page, source, words, member, removable = false }: Props) {
  const { items, nextCursor, state, more, without } = useMore<PersonView>(source.api, page)

  const router = useRouter()
  const remove = async ({ id, handle, name }: PersonView) => {
    try {
      await people.removeFollower(handle)
      without(id)
      router.refresh()
      toast(fill(words.removed, "name", name))
    } catch (error) {
      toast((error instanceof ProblemError && error.detail) || words.unreachable)
    }
  }
  return (
    <>
      <ul className="list" aria-label={label}>
        {items.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            bio={person.bio.replaceAll("\n", " ")}
            note={person.viewer.followsYou && !removable ? words.followsYou : undefined}
          >
            {removable && (
              <button
                type="button"
                className="icon"
                title={words.remove}
                aria-label={`${words.remove} ${person.name}`}
                onClick={() => remove(person)}
              >
                <UserMinus className="i" aria-hidden="true" />
              </button>
            )}
            {member && !person.viewer.own && <FollowButton person={person} words={words} small />}
          </PersonRow>
        ))}
      </ul>
      {nextCursor !== null && (
        <MoreButton state={state} more={more} words={words} href={withCursor(source.path, nextCursor)} />
      )}
    </>
  )
}
