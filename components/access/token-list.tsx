import { getFormatter, getTranslations } from "next-intl/server"
import type { TokenView } from "@/core/access-token/access-token.schema"
import { RevokeButton } from "./revoke-button"

/** One's tokens: what each is for, what it may do, and when it was used. */
export async function TokenList({ tokens }: { tokens: readonly TokenView[] }) {
  const [t, format] = await Promise.all([getTranslations("access.tokens"), getFormatter()])
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: "medium" })
  if (tokens.length === 0) return <p className="muted">{t("none")}</p>
  return (
    <ul className="list panel px-5 py-1" aria-label={t("yours")}>
      {tokens.map(({ id, name, scopes, createdAt, lastUsedOn, expiresAt }) => (
        <li key={id}>
          <div className="grow">
            <div className="med wrap-anywhere">{name}</div>
            <div className="row row--wrap gap-1! py-1">
              {scopes.map((scope) => (
                <span key={scope} className="badge">
                  {t(`scopeShort.${scope}`)}
                </span>
              ))}
            </div>
            <div className="faint xs">
              {[
                t("made_on", { date: day(createdAt) }),
                lastUsedOn ? t("used", { date: day(lastUsedOn) }) : t("unused"),
                ...(expiresAt ? [t("until", { date: day(expiresAt) })] : []),
              ].join(" · ")}
            </div>
          </div>
          <RevokeButton tokenId={id} name={name} />
        </li>
      ))}
    </ul>
  )
}
