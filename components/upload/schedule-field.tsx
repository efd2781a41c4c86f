"use client"

import { useTranslations } from "next-intl"
import { useId } from "react"
import { fromField, scheduleFault, suggested, toField } from "./schedule"
import { Switch } from "./switch"

type Props = { value: string | undefined; onChange: (publishAt: string | undefined) => void }

/** Publishes at a time to choose, in the person's own zone. */
export function ScheduleField({ value, onChange }: Props) {
  const t = useTranslations("upload.schedule")
  const id = useId()
  const fault = scheduleFault(value)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
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
          <label className="vh" htmlFor={id}>
            {t("time")}
          </label>
          <input
            id={id}
            type="datetime-local"
            className="input num"
            value={value && toField(value)}
            aria-invalid={fault !== undefined}
            aria-describedby={`${id}-note`}
            onChange={({ currentTarget }) => onChange(fromField(currentTarget.value) ?? "")}
          />
          <p id={`${id}-note`} className={fault ? "err" : "hint"}>
            {fault ? t(fault) : t("zone", { zone: timeZone.replaceAll("_", " ") })}
          </p>
        </div>
      )}
    </div>
  )
}
