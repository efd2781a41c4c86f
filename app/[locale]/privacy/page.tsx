import { privacyVersion } from "@/core/account/terms.schema"
import { LegalPage, legalMetadata } from "../legal-page"

type Props = { params: Promise<{ locale: string }> }

export const generateMetadata = async ({ params }: Props) => legalMetadata("privacy", (await params).locale)

const sections = [
  ["kept", 4],
  ["photos", 1],
  ["seen", 2],
  ["processors", 1],
  ["cookies", 4],
  ["logs", 1],
  ["rights", 1],
  ["deleted", 4],
] as const

export default function PrivacyPage() {
  return <LegalPage part="privacy" version={privacyVersion} sections={sections} />
}
