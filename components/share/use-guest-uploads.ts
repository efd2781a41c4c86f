import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { GuestSelf } from "@/components/api/guests"
import { toast } from "@/components/ui/toast"
import { admit, type Limits } from "@/components/upload/engine/admit"
import type { Upload } from "@/components/upload/engine/upload"
import type { Refusal } from "@/components/upload/engine/uploads-state"
import { useProblemText } from "@/components/use-problem-text"
import { guestUploads } from "./guest-uploads"

type Sending = Limits & { partSize: number }

/** Sends a guest's photos through a link, a few at a time, as long as the page is open. */
export function useGuestUploads(token: string, self: GuestSelf | undefined, limits: Sending) {
  const t = useTranslations("share.guest")
  const problemText = useProblemText()
  const [items, setItems] = useState<readonly Upload[]>([])
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [uploads] = useState(() => guestUploads({ token, partSize: limits.partSize, onChange: setItems }))
  useEffect(() => uploads.stop, [uploads])

  const add = async (files: readonly File[]) => {
    if (!self) return
    const { admitted, refusals: refused } = await admit(files, () => limits.photos, limits)
    setRefusals(refused)
    uploads.add(admitted, self)
  }

  const remove = async ({ key }: Upload) => {
    try {
      if ((await uploads.takeBack(key)) === "decided") toast(t("decided"))
    } catch (error) {
      toast(problemText(error))
    }
  }
  return { items, refusals, add, remove }
}
