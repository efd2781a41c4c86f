import { useTranslations } from "next-intl"
import type { AccountState } from "@/core/account/account.schema"

const looks = { active: "badge--ok", hidden: "badge--warn", suspended: "badge--danger" }

/** How an account stands, in a word. */
export function StateBadge({ state }: Pick<AccountState, "state">) {
  const t = useTranslations("admin.states")
  return <span className={`badge ${looks[state]}`}>{t(state)}</span>
}
