import { notFound } from "next/navigation"
import { permanentRedirect } from "@/i18n/navigation"

type Props = { params: Promise<{ locale: string; rest: string[] }> }

/** Every address without a page: `/@handle` leads to its profile, the rest does not exist. */
export default async function NoSuchPage({ params }: Props) {
  const { locale, rest } = await params
  const [only, ...more] = rest.map(decodeURIComponent)
  if (only?.startsWith("@") && more.length === 0) {
    permanentRedirect({ href: `/u/${encodeURIComponent(only.slice(1))}`, locale })
  }
  notFound()
}
