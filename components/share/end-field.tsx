"use client"

import { useTranslations } from "next-intl"
import { Switch } from "@/components/upload/switch"
import { TimeField } from "@/components/upload/time-field"

type Props = {
  value: string | undefined
  fault: "endMissing" | undefined
  onChange: (endsAt: string | undefined) => void
}

const presets = [1, 7, 30] as const

/** The end of the day so many days from now, here. */
function inDays(days: number): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  at.setHours(23, 59, 0, 0)
  return at.toISOString()
}

/** When a link stops working: some days from now, or a time to choose, in the person's own zone. */
export function EndField({ value, fault, onChange }: Props) {
  const t = useTranslations("share")
  return (
    <>
      <Switch
        label={t("ends")}
        hint={t("endsHint")}
        checked={value !== undefined}
        onChange={(on) => onChange(on ? inDays(7) : undefined)}
      />
      {value !== undefined && (
        <div className="field">
          <div className="row row--wrap">
            {presets.map((days) => (
              <button
                key={days}
                type="button"
                className="chip"
                aria-pressed={value === inDays(days)}
                onClick={() => onChange(inDays(days))}
              >
                {t("days", { days })}
              </button>
            ))}
          </div>
          <TimeField
            label={t("endTime")}
            value={value}
            fault={fault && t(fault)}
            zone={(zone) => t("zone", { zone })}
            onChange={onChange}
          />
        </div>
      )}
    </>
  )
}
