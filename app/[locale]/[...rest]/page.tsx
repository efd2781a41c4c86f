import { notFound } from "next/navigation"
import { permanentRedirect } from "@/i18n/navigation"

type Props = { params: Promise<{ locale: string; rest: string[] }> }

// As it stands in the address: an @ may arrive escaped.
const profile = /^(?:@|%40)([\w.]+)$/

/** Every address without a page: `/@handle` leads to its profile, the rest does not exist. */
export default async function NoSuchPage({ params }: Props) {
  const { locale, rest } = await params
  const [, handle] = rest.length === 1 ? (profile.exec(rest[0] ?? "") ?? []) : []
  if (handle) permanentRedirect({ href: `/u/${handle}`, locale })
  notFound()
}
