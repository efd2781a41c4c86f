import { styleText } from "node:util"

/** A moment for people, in UTC. */
export const moment = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ")

export const heading = (text: string) => styleText("bold", text)

/** Values with how often they are: `/api/posts 12, /api/me 3`. */
export const listed = (values: readonly { value: string; times: number }[]) =>
  values.map(({ value, times }) => `${value} ${times}`).join(", ")
