"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { account } from "@/components/api/account"
import { toast } from "@/components/ui/toast"
import { Switch } from "@/components/upload/switch"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

type Props = { on: boolean }

/** Closes the account to everybody but accepted followers, or opens it; at once, and taken back when it is refused. */
export function PrivateSwitch({ on }: Props) {
  const t = useTranslations("settings.privacy")
  const problemText = useProblemText()
  const router = useRouter()
  const [checked, setChecked] = useState(on)

  const change = async (next: boolean) => {
    setChecked(next)
    try {
      await account.update({ private: next })
      toast(t(next ? "closed" : "opened"))
      router.refresh()
    } catch (error) {
      setChecked(!next)
      toast(problemText(error))
    }
  }
  return <Switch label={t("private")} checked={checked} onChange={change} />
}
