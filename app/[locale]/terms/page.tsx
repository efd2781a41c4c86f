import { termsVersion } from "@/core/account/terms.schema"
import { LegalPage, legalMetadata } from "../legal-page"

type Props = { params: Promise<{ locale: string }> }

export const generateMetadata = async ({ params }: Props) => legalMetadata("terms", (await params).locale)

const sections = [
  ["account", 2],
  ["yours", 2],
  ["rules", 2],
  ["copyright", 1],
  ["service", 1],
  ["changes", 1],
] as const

export default function TermsPage() {
  return <LegalPage part="terms" version={termsVersion} sections={sections} />
}
