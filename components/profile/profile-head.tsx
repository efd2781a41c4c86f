import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import { languageOf } from "@/components/ui/language-of"
import type { UserView } from "@/core/user/user.schema"
import { ProfileCounts } from "./profile-counts"
import { ProfileLinks } from "./profile-links"

type Props = {
  user: UserView
  /** What the reader can do here, beside the name. */
  actions?: ReactNode
}

/** Name, counts, a line about oneself and where else to look; then the work. */
export function ProfileHead({ user, actions }: Props) {
  return (
    <header className="phead">
      <Avatar person={user} size="xl" />
      <div className="phead__id">
        <h1 className="phead__name" dir="auto">
          {user.name}
        </h1>
        <span className="faint">@{user.handle}</span>
      </div>
      <ProfileCounts user={user} />
      {actions && <div className="row phead__do">{actions}</div>}
      {(user.bio || user.links.length > 0) && (
        <div className="phead__bio">
          {user.bio && (
            <p className="muted base whitespace-pre-line" dir="auto" lang={languageOf(user.bio)}>
              {user.bio}
            </p>
          )}
          <ProfileLinks links={user.links} />
        </div>
      )}
    </header>
  )
}
