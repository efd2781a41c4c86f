import { useTranslations } from "next-intl"
import { ProblemError } from "./api-call"

/**
 * Gives the sentence that tells a person why a call was refused: the server's own, where it sent one. Of what is wrong
 * with a field that is said, since the field itself cannot.
 */
export function useProblemText() {
  const t = useTranslations("api")
  return (error: unknown) => {
    if (!(error instanceof ProblemError)) return t("unexpected")
    if (error.code === "unreachable") return t("unreachable")
    const [fault] = error.errors
    if (fault) return fault.message
    if (error.detail) return error.detail
    return error.retryAfter ? t("rate_limited", { seconds: error.retryAfter }) : t("unexpected")
  }
}
