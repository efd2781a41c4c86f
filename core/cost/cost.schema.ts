import { z } from "zod"

/** What people come for, and what it takes beside that. `delivery` is the CDN's; `keeping` is what lies there. */
export const features = [
  "sign-in",
  "upload",
  "process",
  "feed",
  "share",
  "search",
  "notifications",
  "profile",
  "follow-up",
  "operations",
  "delivery",
  "keeping",
] as const
export type Feature = (typeof features)[number]

/** What is billed by use; everything else in the product costs the same whoever comes. */
export const meters = [
  /** Calls of functions. */
  "calls",
  /** Calls that came through API Gateway. */
  "apiCalls",
  "gbSeconds",
  "readUnits",
  "writeUnits",
  "storageReads",
  "storageWrites",
  "mails",
  "logBytes",
  "cdnRequests",
  "cdnBytes",
  /** Bytes in the buckets, and in the table, for a month. */
  "storageByteMonths",
  "tableByteMonths",
] as const
export type Meter = (typeof meters)[number]

export const Usage = z.partialRecord(z.enum(meters), z.number().nonnegative())
export type Usage = z.output<typeof Usage>

export const Uses = z.partialRecord(z.enum(features), Usage)
export type Uses = z.output<typeof Uses>

/** What one day, or several, used. */
export const Tally = z.strictObject({
  uses: Uses,
  /** Photos that became ready, and the bytes that they take with all that was made of them. */
  photos: z.int().nonnegative(),
  photoBytes: z.int().nonnegative(),
  /** Who was there: a sketch of which people, from which none can be told; see people.ts. */
  people: z.string(),
})
export type Tally = z.output<typeof Tally>

/** Dollars of each feature, by what they are for. */
export const Bill = z.partialRecord(
  z.enum(features),
  z.strictObject({ total: z.number(), meters: z.partialRecord(z.enum(meters), z.number()) }),
)
export type Bill = z.output<typeof Bill>

export const CostView = z.strictObject({
  /** First and last day, `2026-11-28`, in UTC. */
  since: z.iso.date(),
  until: z.iso.date(),
  /** Days of the period that were metered. */
  days: z.int(),
  region: z.string(),
  /** When the prices were taken, and from where. */
  prices: z.strictObject({ asOf: z.iso.date(), source: z.string() }),
  /** In US dollars, everywhere. */
  total: z.number(),
  bill: Bill,
  uses: Uses,
  photos: z.int(),
  /** People who were signed in, within a few per cent. */
  people: z.int(),
  /** To make one photo, and to keep it for a month; absent without photos. */
  perPhoto: z.strictObject({ making: z.number(), keeping: z.number() }).optional(),
  per1000Photos: z.number().optional(),
  /** Everything that was used, by each who was there; absent without people. */
  perPerson: z.number().optional(),
})
export type CostView = z.output<typeof CostView>
