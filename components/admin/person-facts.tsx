import { getFormatter, getTranslations } from "next-intl/server"
import type { AccountState } from "@/core/account/account.schema"
import { Facts } from "./facts"

/** How an account stands, in figures. */
export async function PersonFacts({ account }: { account: AccountState }) {
  const [t, admin, format] = await Promise.all([
    getTranslations("admin.person"),
    getTranslations("admin"),
    getFormatter(),
  ])
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" })
  const { counts } = account
  const facts: [string, string | number][] = [
    [t("joined"), date(account.joinedAt)],
    [t("seen"), account.seenOn ? date(account.seenOn) : t("never")],
    [t("role"), admin(`roles.${account.role}`)],
    [t("privacy"), account.private ? t("private") : t("public")],
    [t("posts"), format.number(counts.posts)],
    [t("followers"), format.number(counts.followers)],
    [t("following"), format.number(counts.following)],
    [t("sessions"), format.number(account.sessions)],
    [t("tokens"), format.number(account.accessTokens)],
  ]
  return <Facts of={facts} />
}
