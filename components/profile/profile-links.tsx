import { Link2 } from "lucide-react"
import type { UserView } from "@/core/user/user.schema"
import { addressShown } from "./address-shown"

type Props = { links: UserView["links"] }

/** Places elsewhere that a person names; `me` lets those places confirm that it is the same person. */
export function ProfileLinks({ links }: Props) {
  if (links.length === 0) return null
  return (
    <ul className="phead__links">
      {links.map(({ url, label }) => (
        <li key={`${url} ${label}`}>
          <a className="link" href={url} rel="me nofollow noopener ugc">
            <Link2 className="i i--sm" aria-hidden="true" />
            <span className="cut" dir="auto">
              {label || addressShown(url)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
