import { useFormatter, useTranslations } from "next-intl"
import { ClientMessages } from "@/components/client-messages"
import { Avatar } from "@/components/ui/avatar"
import type { AuthorView } from "@/core/user/user.schema"
import { UnlockForm } from "./unlock-form"

type Props = {
  token: string
  door: { of: "post" | "album"; by: AuthorView; endsAt?: string }
}

/** What a link shows before its password: who gives it, and nothing of what. */
export function Locked({ token, door: { of, by, endsAt } }: Props) {
  const t = useTranslations("share.unlock")
  const format = useFormatter()
  return (
    <>
      <div className="row row--12">
        <Avatar person={by} />
        <div>
          <div className="med" dir="auto">
            {by.name}
          </div>
          <div className="faint">{t(`shared.${of}`)}</div>
        </div>
      </div>
      <h1 className="h-page">{t("heading")}</h1>
      {endsAt && (
        <p className="muted">
          {t("until", { date: format.dateTime(new Date(endsAt), { dateStyle: "long" }) })}
        </p>
      )}
      <ClientMessages of={["share", "auth", "api"]}>
        <UnlockForm token={token} of={of} />
      </ClientMessages>
      <p className="faint">{t("none", { name: by.name })}</p>
    </>
  )
}
