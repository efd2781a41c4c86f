"use client"

import { useTranslations } from "next-intl"
import { toast } from "@/components/ui/toast"
import type { PasskeyView } from "@/core/passkey/passkey.schema"
import { useRouter } from "@/i18n/navigation"
import { madePasskey } from "./passkey-browser"
import { PasskeyRow } from "./passkey-row"
import { useConfirmed } from "./use-confirmed"

/** One's passkeys, and a new one. */
export function PasskeysPart({ passkeys }: { passkeys: readonly PasskeyView[] }) {
  const t = useTranslations("security.passkeys")
  const router = useRouter()
  const { run, busy, dialog } = useConfirmed()
  const add = () =>
    run(async () => {
      const { name } = await madePasskey()
      toast(t("added", { name }))
      router.refresh()
    })
  return (
    <section className="stack stack--16 border-t border-line pt-6" aria-labelledby="passkeys">
      <div className="stack stack--4">
        <h2 className="h-sec" id="passkeys">
          {t("title")}
        </h2>
        <p className="muted">{t("lead")}</p>
      </div>
      {passkeys.length > 0 && (
        <ul className="list panel px-5 py-1" aria-labelledby="passkeys">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} run={run} />
          ))}
        </ul>
      )}
      <div>
        <button type="button" className="btn btn--line" aria-disabled={busy} onClick={add}>
          {t("add")}
        </button>
      </div>
      {dialog}
    </section>
  )
}
