import { Avatar } from "@/components/ui/avatar"
import type { AuthorView } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"

/** Who did it: one face, or two that overlap. Decoration: the names stand beside it. */
export function Faces({ people: [first, second] }: { people: readonly AuthorView[] }) {
  if (!first) return <span className="av" aria-hidden="true" />
  if (second) {
    return (
      <span className="faces" aria-hidden="true">
        <Avatar person={first} size="xs" />
        <Avatar person={second} size="xs" />
      </span>
    )
  }
  return (
    <Link href={`/u/${first.handle}`} tabIndex={-1} aria-hidden="true" className="notes__above">
      <Avatar person={first} />
    </Link>
  )
}
