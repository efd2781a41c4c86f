import { useTranslations } from "next-intl"
import type { AccountState } from "@/core/account/account.schema"

const looks = {
  active: "badge--ok",
  hidden: "badge--warn",
  away: "badge--warn",
  leaving: "badge--warn",
  erasing: "badge--danger",
  suspended: "badge--danger",
}

/** How an account stands, in a word. */
export function StateBadge({ state }: Pick<AccountState, "state">) {
  const t = useTranslations("admin.states")
  return <span className={`badge ${looks[state]}`}>{t(state)}</span>
}
