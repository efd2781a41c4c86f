"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { notifications } from "@/components/api/notifications"
import { toast } from "@/components/ui/toast"
import { Switch } from "@/components/upload/switch"
import { useProblemText } from "@/components/use-problem-text"
import type { Digest } from "@/core/notification/notification.schema"

/** By the reader's clock. */
const morning = 8

/** Switches the daily mail on, for the reader's morning, or off. */
export function DigestSwitch({ digest }: { digest: Digest }) {
  const t = useTranslations("settings.notifications")
  const problemText = useProblemText()
  const [isOn, setOn] = useState(digest === "daily")

  const change = async (next: boolean) => {
    setOn(next)
    try {
      await notifications.update(
        next
          ? { digest: "daily", digestHour: new Date(new Date().setHours(morning, 0)).getUTCHours() }
          : { digest: "off" },
      )
      toast(t(next ? "digestOn" : "digestOff"))
    } catch (error) {
      setOn(!next)
      toast(problemText(error))
    }
  }
  return <Switch label={t("digest")} checked={isOn} onChange={change} />
}
