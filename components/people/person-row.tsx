import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import type { AuthorView } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  person: AuthorView
  /** Beside the handle, small. */
  note?: ReactNode
  /** A line below, in the person's own words. */
  bio?: string
  /** What can be done about them. */
  children?: ReactNode
  /** Whether their page can be opened: not of who is blocked. */
  linked?: boolean
}

/** A person in a list: face, name, and what can be done. */
export function PersonRow({ person, note, bio, children, linked = true }: Props) {
  const { handle, name } = person
  const href = `/u/${handle}`
  return (
    <li>
      {linked ? (
        <Link href={href} tabIndex={-1} aria-hidden="true">
          <Avatar person={person} />
        </Link>
      ) : (
        <Avatar person={person} />
      )}
      <div className="grow">
        <div className="cut">
          {linked ? (
            <Link className="med person__name" href={href} dir="auto">
              {name}
            </Link>
          ) : (
            <span className="med" dir="auto">
              {name}
            </span>
          )}
        </div>
        <div className="faint xs cut">
          @{handle}
          {note && <> · {note}</>}
        </div>
        {bio && (
          <p className="muted cut" dir="auto">
            {bio}
          </p>
        )}
      </div>
      {children}
    </li>
  )
}
