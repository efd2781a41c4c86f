import { TriangleAlert } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { Refusal } from "@/core/identity/identity.schema"

/** Why the return from a provider ended here, by the address; what the address says is never shown itself. */
export async function Refused({ error }: { error: string | string[] | undefined }) {
  if (error === undefined) return null
  const t = await getTranslations("access.refused")
  return (
    <div role="alert" className="notice notice--danger">
      <TriangleAlert className="i" />
      <span>{t(Refusal.catch("failed").parse(error))}</span>
    </div>
  )
}
