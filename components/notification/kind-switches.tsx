"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { notifications } from "@/components/api/notifications"
import { toast } from "@/components/ui/toast"
import { Switch } from "@/components/upload/switch"
import { useProblemText } from "@/components/use-problem-text"
import type { Kind, NotificationSettingsView } from "@/core/notification/notification.schema"

type Kinds = NotificationSettingsView["kinds"]

/** What one wants to be told of; each switch acts at once, and is taken back when it is refused. */
export function KindSwitches({ kinds }: { kinds: Kinds }) {
  const t = useTranslations("settings.notifications.kinds")
  const problemText = useProblemText()
  const [on, setOn] = useState(kinds)

  const change = async (kind: Kind, isOn: boolean) => {
    setOn((before) => ({ ...before, [kind]: isOn }))
    try {
      await notifications.update({ kinds: { [kind]: isOn } })
    } catch (error) {
      setOn((before) => ({ ...before, [kind]: !isOn }))
      toast(problemText(error))
    }
  }
  return (
    <div>
      {(Object.keys(kinds) as Kind[]).map((kind) => (
        <Switch key={kind} label={t(kind)} checked={on[kind]} onChange={(isOn) => change(kind, isOn)} />
      ))}
    </div>
  )
}
