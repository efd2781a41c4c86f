"use client"

import { useTranslations } from "next-intl"
import { emailFault, passwordLength, shortestPassword } from "./faults"

/** The checks of fields that several forms have, in the reader's words. */
export function useChecks() {
  const t = useTranslations("auth.faults")
  return {
    email: (value = "") => {
      const fault = emailFault(value)
      return fault && t(fault.key, { end: fault.end ?? "" })
    },
    password: (value = "") => (value === "" ? t("password_missing") : undefined),
    newPassword: (value = "") => {
      const count = passwordLength(value)
      if (count === 0) return t("password_missing")
      return count < shortestPassword ? t("password_short", { count }) : undefined
    },
    handle: (value = "") => (value.trim() === "" ? t("handle_missing") : undefined),
  }
}
