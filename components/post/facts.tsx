import { CalendarDays, Camera, Gauge, MapPin } from "lucide-react"
import { Link } from "@/i18n/navigation"
import type { Fact } from "./facts-of"

const icons = { camera: Camera, exposure: Gauge, taken: CalendarDays, place: MapPin }

/** What the author shows of a photo besides the picture. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ kind, label, text, detail, link, to }) => {
        const Icon = icons[kind]
        return (
          <div key={kind}>
            <dt>
              <Icon className="i" aria-hidden="true" />
              <span className="vh">{label}</span>
            </dt>
            <dd>
              {kind === "camera" ? (
                <b>
                  {to ? (
                    <Link className="link" href={to}>
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </b>
              ) : (
                text
              )}
              {detail && <span className={kind === "camera" ? "block" : "faint xs block"}>{detail}</span>}
              {link && (
                <a className="link xs" href={link.href} target="_blank" rel="noreferrer">
                  {link.text}
                </a>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
