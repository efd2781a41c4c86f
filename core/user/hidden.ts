import { config } from "../config"
import type { UserRow } from "./user"

type Standing = Pick<UserRow, "emailVerified" | "suspendedAt" | "deactivatedAt">

/** Whether nobody sees an account: shut by whoever runs the site, away by its person's choice, or not confirmed yet. */
export const isHidden = ({ emailVerified, suspendedAt, deactivatedAt }: Standing): boolean =>
  suspendedAt !== undefined ||
  deactivatedAt !== undefined ||
  (config.settings.emailVerification === "required" && !emailVerified)

/** How an account stands, by what weighs most. Hidden for no other reason, it waits for its address to be confirmed. */
export function standing(row: Pick<UserRow, keyof Standing | "hidden" | "leavingAt" | "erasingAt">) {
  if (row.erasingAt) return "erasing"
  if (row.suspendedAt) return "suspended"
  if (row.leavingAt) return "leaving"
  if (row.deactivatedAt) return "away"
  return row.hidden ? "hidden" : "active"
}

/** Since when everything of a person is out of sight: shut by whoever runs the site, or away by their own choice. */
export const awaySince = ({ suspendedAt, deactivatedAt }: Partial<Standing>): string | undefined =>
  suspendedAt ?? deactivatedAt

/** The condition that an account still stands as it was read, so that what follows from that is right. */
export const standsAs =
  (read: Standing) =>
  (row: Row, { eq, notExists }: Names): string =>
    [
      eq(row.emailVerified, read.emailVerified),
      read.suspendedAt ? eq(row.suspendedAt, read.suspendedAt) : notExists(row.suspendedAt),
      read.deactivatedAt ? eq(row.deactivatedAt, read.deactivatedAt) : notExists(row.deactivatedAt),
    ].join(" AND ")

type Row = Record<keyof Standing, string>
type Names = {
  eq: (name: string, value: string | boolean) => string
  notExists: (name: string) => string
}
