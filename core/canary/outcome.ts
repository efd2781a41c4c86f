import type { Journey } from "./canary.schema"

/** Whether everything went well. */
export const isFine = (journeys: readonly Journey[]) => journeys.every(({ state }) => state === "ok")

/** What went wrong, in a line. */
export const complaint = (journeys: readonly Journey[]) =>
  journeys
    .filter(({ state }) => state !== "ok")
    .map(({ name, state, error }) => `${name} ${error ?? state}`)
    .join("; ")
