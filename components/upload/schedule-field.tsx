"use client"

import { useTranslations } from "next-intl"
import { scheduleFault, suggested } from "./schedule"
import { Switch } from "./switch"
import { TimeField } from "./time-field"

type Props = { value: string | undefined; onChange: (publishAt: string | undefined) => void }

/** Publishes at a time to choose, in the person's own zone. */
export function ScheduleField({ value, onChange }: Props) {
  const t = useTranslations("upload.schedule")
  const fault = scheduleFault(value)
  return (
    <div className="stack stack--4">
      <Switch
        label={t("label")}
        hint={t("hint")}
        checked={value !== undefined}
        onChange={(checked) => onChange(checked ? suggested() : undefined)}
      />
      {value !== undefined && (
        <div className="field">
          <TimeField
            label={t("time")}
            value={value}
            fault={fault && t(fault)}
            zone={(zone) => t("zone", { zone })}
            onChange={onChange}
          />
        </div>
      )}
    </div>
  )
}
