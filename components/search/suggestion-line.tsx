import { Avatar } from "@/components/ui/avatar"
import type { SuggestView } from "@/core/search/search.schema"
import { Link } from "@/i18n/navigation"

type Props = { found: SuggestView; label: string }

/** A person or two and some tags, in one line above the photos. */
export function SuggestionLine({ found: { people, tags }, label }: Props) {
  if (people.length === 0 && tags.length === 0) return <div className="means" />
  return (
    <nav className="means" aria-label={label}>
      {people.map((person) => (
        <Link key={person.id} className="means__person" href={`/u/${person.handle}`}>
          <Avatar person={person} size="sm" />
          <span className="cut">
            <span className="med" dir="auto">
              {person.name}
            </span>
            <span className="faint xs block">@{person.handle}</span>
          </span>
        </Link>
      ))}
      {people.length > 0 && tags.length > 0 && <span className="means__rule" aria-hidden="true" />}
      {tags.map(({ tag, label: written }) => (
        <Link key={tag} className="chip" href={`/t/${encodeURIComponent(tag)}`} dir="auto">
          #{written}
        </Link>
      ))}
    </nav>
  )
}
