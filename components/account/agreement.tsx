import { getTranslations } from "next-intl/server"
import { Link } from "@/i18n/navigation"

/** What joining agrees to, before the button that does it. */
export async function Agreement() {
  const t = await getTranslations("auth.signup")
  return (
    <p className="faint xs">
      {t.rich("agreement", {
        terms: (words) => <Link href="/terms">{words}</Link>,
        privacy: (words) => <Link href="/privacy">{words}</Link>,
      })}
    </p>
  )
}
