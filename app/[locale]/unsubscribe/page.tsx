import { getTranslations } from "next-intl/server"
import { ClientMessages } from "@/components/client-messages"
import { UnsubscribeForm } from "@/components/notification/unsubscribe-form"
import { AccountPage } from "../account-page"

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export const generateMetadata = async () => ({
  title: (await getTranslations("notifications.unsubscribe"))("title"),
  robots: { index: false },
})

/** Where the link of a daily mail leads that ends it, without signing in. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const { token } = await searchParams
  return (
    <AccountPage>
      <ClientMessages of={["notifications", "auth", "api"]}>
        <UnsubscribeForm token={String(token ?? "")} />
      </ClientMessages>
    </AccountPage>
  )
}
