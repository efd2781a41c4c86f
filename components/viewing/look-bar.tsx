import { Eye } from "lucide-react"
import { useLocale, useTranslations } from "next-intl"
import type { LinkView } from "@/core/share/share.schema"
import { getPathname, Link } from "@/i18n/navigation"
import { LookGuest } from "./look-guest"
import { LookLinks } from "./look-links"

export type LookedAs =
  | { as: "visitor" | "follower" | "person" | "nobody"; asked: string; name?: string }
  | { as: "guest"; link: LinkView }

type Props = {
  look: LookedAs
  /** The path of one's own page, without its language. */
  path: string
  /** The links to what the page shows. */
  links?: readonly LinkView[]
}

/** Says as whom one looks at one's own page, and lets one choose somebody else, or go back. */
export function LookBar({ look, path, links = [] }: Props) {
  const t = useTranslations("viewing")
  const locale = useLocale()
  const { as } = look
  const asked = as === "guest" ? "" : look.asked
  const shown = links.filter(({ url }) => url)
  const choice = (of: "visitor" | "follower") => (
    <Link
      className="btn btn--line"
      href={{ pathname: path, query: { as: of } }}
      aria-current={as === of ? "true" : undefined}
    >
      {t(of)}
    </Link>
  )
  return (
    <aside className="look" aria-label={t("label")}>
      <p className="look__says" role="status">
        <Eye className="i" aria-hidden="true" />
        <span>
          {as === "guest" ? (
            <LookGuest link={look.link} />
          ) : (
            <>
              <b>{t(`as.${as}`, { name: look.name || asked })}</b> {as !== "nobody" && t("inert")}
            </>
          )}
        </span>
      </p>
      <div className="look__who">
        {choice("visitor")}
        {choice("follower")}
        <form className="look__person" action={getPathname({ href: path, locale })}>
          <input
            className="input"
            name="as"
            required
            maxLength={40}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            aria-label={t("handle")}
            placeholder={t("placeholder")}
            defaultValue={as === "person" || as === "nobody" ? asked : ""}
          />
          <button type="submit" className="btn btn--line">
            {t("look")}
          </button>
        </form>
        {shown.length > 0 && <LookLinks links={shown} through={as === "guest" ? look.link.id : undefined} />}
        <Link className="btn btn--primary" href={path}>
          {t("back")}
        </Link>
      </div>
    </aside>
  )
}
