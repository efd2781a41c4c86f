import type { EntityItem } from "electrodb"
import { AppError } from "../error"
import type { CaseKind } from "../report/report.schema"
import { type Entities, refused, table, transact } from "../table"
import { now, nowAfter } from "../time"
import type { CaseEntity } from "./case.entity"

export { against } from "./against"

export type CaseRow = EntityItem<typeof CaseEntity>

type About = { targetId: string; ownerId: string; kind: CaseKind; postId?: string | undefined }

/** What is looked at first. */
const pressing: readonly CaseKind[] = ["minors", "self_harm", "blocked_content"]
const soon: readonly CaseKind[] = ["sexual", "harassment", "violence", "private_information", "legal"]

/** What only people say whose reports come to nothing. */
export const lastRank = "8"
export const rankOf = (kind: CaseKind) => (pressing.includes(kind) ? "0" : soon.includes(kind) ? "1" : "2")

/** The write that opens a case of a thing which has none: of what the site itself puts in the queue. */
export const opened = (t: Entities, about: About) =>
  t.case.create({ ...fresh(about, rankOf(about.kind)), count: 0 }).commit()

function fresh({ targetId, ownerId, kind, postId }: About, rank: string, at = now()) {
  const status = "open" as const
  return {
    targetId,
    ownerId,
    ...(postId ? { postId } : {}),
    status,
    rank,
    kinds: [kind],
    openedAt: at,
    newestAt: at,
  }
}

/**
 * The write that puts back into the queue what waits again, if its case is as it was read. With its time, so that
 * whoever decided about what they saw before looks anew.
 */
export function reopened(t: Entities, row: CaseRow | undefined, about: About) {
  const { targetId, kind } = about
  // Something else was decided about it since: what waits is a case of its own.
  if (!row || (row.status === "decided" && !row.kinds.includes(kind)))
    return begun(t, row, about, { rank: rankOf(kind), by: 0, at: now() })
  const { openedAt, newestAt, status } = row
  const [kinds, rank] = withKind(row, kind, rankOf(kind))
  return t.case
    .patch({ targetId })
    .set({ status: "open", rank, openedAt, kinds, newestAt: nowAfter(newestAt) })
    .where((found, { eq }) => `${eq(found.status, status)} AND ${eq(found.newestAt, newestAt)}`)
    .commit()
}

const withKind = ({ kinds, rank }: CaseRow, kind: CaseKind, theirs: string) =>
  [kinds.includes(kind) ? kinds : [...kinds, kind], theirs < rank ? theirs : rank] as const

/** How often it is looked at anew while others report the same. */
const looks = 8

/**
 * Opens the case of a thing, or adds to it, with what else is written by that. A hundred reports are one case.
 * @param rank how pressing it is; a case takes the most pressing of its reports
 * @param also the writes that belong to it, with the time at which it is opened or added to
 * @returns why one of those was refused, undefined when all is written
 * @throws AppError `unavailable` when others are always first
 */
export async function add(
  about: About,
  rank: string,
  by: number,
  also: (t: Entities, at: string) => ReturnType<Parameters<typeof transact>[0]> = () => [],
): Promise<readonly string[] | undefined> {
  for (let look = 0; look < looks; look++) {
    const row = await get(about.targetId)
    const at = now()
    const codes = await transact((t) => [
      ...also(t, at),
      row?.status === "open" ? more(t, row, about, { rank, by, at }) : begun(t, row, about, { rank, by, at }),
    ])
    if (codes?.at(-1) !== refused || codes.slice(0, -1).includes(refused)) return codes?.slice(0, -1)
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}

type Adding = { rank: string; by: number; at: string }

const begun = (t: Entities, row: CaseRow | undefined, about: About, { rank, by, at }: Adding) =>
  t.case
    .put({ ...fresh(about, rank, at), count: by })
    .where(({ status, newestAt }, { eq, notExists }) =>
      row ? `${eq(status, "decided")} AND ${eq(newestAt, row.newestAt)}` : notExists(status),
    )
    .commit()

const more = (t: Entities, row: CaseRow, { kind }: About, { rank, by, at }: Adding) => {
  const { targetId, openedAt } = row
  const [kinds, most] = withKind(row, kind, rank)
  return t.case
    .patch({ targetId })
    .set({ newestAt: at, status: "open", rank: most, openedAt, kinds })
    .add({ count: by })
    .where(
      (found, { eq }) =>
        `${eq(found.status, "open")} AND ${eq(found.openedAt, openedAt)} AND ${eq(found.rank, row.rank)} AND ${eq(found.kinds, row.kinds)}`,
    )
    .commit()
}

/** The case of a thing, open or decided. */
export async function get(targetId: string): Promise<CaseRow | undefined> {
  const { data } = await table().case.get({ targetId }).go({ consistent: true })
  return data ?? undefined
}
