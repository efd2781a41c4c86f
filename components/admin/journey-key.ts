import type { JourneyName } from "@/core/status/status.schema"

/** The key of a journey's name in messages. */
export const keyOf = (name: JourneyName) => (name === "sign in" ? "signIn" : name)

type Say = (key: "milliseconds" | "seconds", values: Record<string, number>) => string

/** How long a try took, in words: seconds where it took some. */
export const took = (t: Say, milliseconds: number) =>
  milliseconds < 1000
    ? t("milliseconds", { milliseconds })
    : t("seconds", { seconds: Math.round(milliseconds / 100) / 10 })
