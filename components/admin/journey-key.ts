import type { JourneyName } from "@/core/status/status.schema"

/** The key of a journey's name in messages. */
export const keyOf = (name: JourneyName) => (name === "sign in" ? "signIn" : name)
