import { getLocale, getTranslations } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { VerifyForm } from "@/components/account/verify-form"
import { ClientMessages } from "@/components/client-messages"
import { getPathname } from "@/i18n/navigation"
import { AccountPage } from "../account-page"

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export const generateMetadata = async () => ({ title: (await getTranslations("auth.verify"))("title") })

/** Where the link of a mail leads that confirms an address. */
export default async function VerifyPage({ searchParams }: Props) {
  const [{ token }, actor, locale] = await Promise.all([searchParams, currentActor(), getLocale()])
  const next = getPathname({ href: actor.kind === "user" ? "/upload" : "/signin", locale })
  return (
    <AccountPage>
      <ClientMessages of={["auth", "api"]}>
        <VerifyForm token={String(token ?? "")} next={next} />
      </ClientMessages>
    </AccountPage>
  )
}
