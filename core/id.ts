import { decodeTime, encodeTime, monotonicFactory } from "ulid"
import { z } from "zod"

/** One prefix a noun; the rest is a ULID, so ids of one kind sort by the time they were made. */
export const prefixes = {
  user: "usr",
  session: "ses",
  photo: "pho",
  post: "pst",
  postEdit: "ped",
  like: "lik",
  bookmark: "bkm",
  comment: "cmt",
  commentEdit: "ced",
  commentLike: "clk",
  follow: "flw",
  notification: "ntf",
  token: "tok",
  passkey: "pky",
  draft: "dft",
  sweep: "swp",
  release: "rel",
  drill: "drl",
  audit: "aud",
  incident: "inc",
  incidentEvent: "ine",
  share: "shr",
  album: "alb",
  export: "exp",
  report: "rpt",
  decision: "dcn",
  caseNote: "cnt",
  takedown: "tkd",
  import: "imp",
} as const
export type Noun = keyof typeof prefixes

const next = monotonicFactory()

/** A new id of a noun, e.g. `pst_01JD…`; ids made in one process strictly increase. */
export const newId = (noun: Noun): string => `${prefixes[noun]}_${next()}`

/** The schema of a noun's id: its prefix and 26 characters of Crockford base 32. */
export const idOf = (noun: Noun) =>
  z.string().regex(new RegExp(`^${prefixes[noun]}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`), { error: "id" })

/** An id of whatever noun. */
export const anyId = () => z.string().regex(/^[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}$/, { error: "id" })

/** When an id was made, in milliseconds. */
export const timeOf = (id: string): number => decodeTime(id.slice(-26))

/** The lowest id that a noun could have had at a time, in milliseconds: where lists by time begin. */
export const firstIdAt = (noun: Noun, at: number): string =>
  `${prefixes[noun]}_${encodeTime(Math.max(0, at))}${"0".repeat(16)}`
