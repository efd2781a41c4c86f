import { requireModerator } from "../actor"
import type { Case } from "../case"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Photo } from "../photo"
import { Post } from "../post"
import type { CaseKind } from "../report/report.schema"
import { table } from "../table"
import { listOf } from "../table/list"
import { hours } from "../time"
import { decisionsForModerator } from "./for-moderator"
import { type CasePage, type CaseSummary, ReadQueue } from "./moderation.schema"
import type { Decider } from "./permit"
import type { AppealRow, DecisionRow } from "./rows"

type Query = Parameters<typeof listOf>[0]["page"]

/** What waits for a decision, for an answer, or was decided lately: the most pressing first. */
export const queue = operation(ReadQueue, async (actor, { queue: which, ...page }): Promise<CasePage> => {
  const { userId: by, role } = requireModerator(actor)
  const [found, open, appeals] = await Promise.all([
    which === "open"
      ? openCases(page)
      : which === "appeals"
        ? openAppeals(page, { by, role })
        : lately(page, { by, role }),
    waitingCases(),
    waitingAppeals(),
  ])
  return { ...found, waiting: { open, appeals } }
})

/** So many that wait are counted. */
const counted = 100

const waitingCases = async () =>
  (
    await table()
      .case.query.queue({ status: "open" })
      .go({ limit: counted, count: counted, attributes: ["targetId"] })
  ).data.length
const waitingAppeals = async () =>
  (
    await table()
      .appeal.query.byStatus({ status: "open" })
      .go({ limit: counted, count: counted, attributes: ["decisionId"] })
  ).data.length

const openCases = (page: Query): Promise<Page<CaseSummary>> =>
  listOf<Case.CaseRow, CaseSummary>({
    list: "cases",
    page,
    read: async (after, count) => {
      const cases = table().case.query.queue({ status: "open" })
      const [rank = "", openedAt = "", targetId = ""] = (after ?? "").split("|")
      const beyond = after ? cases.gt({ rank, openedAt, targetId }) : cases
      return (await beyond.go({ limit: count, count })).data
    },
    idOf: ({ rank, openedAt, targetId }) => `${rank}|${openedAt}|${targetId}`,
    show: summaries,
  })

/** In hours: what presses, what should not wait, and the rest. */
const due: Record<string, number> = { "0": 4, "1": 24, "2": 72 }

export const dueAt = ({ rank, openedAt }: Pick<Case.CaseRow, "rank" | "openedAt">) =>
  new Date(Date.parse(openedAt) + hours(due[rank] ?? 168) * 1000).toISOString()

async function summaries(rows: readonly Case.CaseRow[]): Promise<CaseSummary[]> {
  const pictures = await firstPictures(rows.map(({ postId }) => postId))
  return rows.map((row) => ({ ...summary(row), ...pictures(row.postId) }))
}

export const summary = (row: Case.CaseRow): CaseSummary => ({
  target: row.targetId,
  kinds: row.kinds as CaseKind[],
  count: row.count,
  openedAt: row.openedAt,
  newestAt: row.newestAt,
  dueAt: dueAt(row),
})

async function firstPictures(ids: readonly (string | undefined)[]) {
  const posts = await Post.byIds(ids.flatMap((id) => id ?? []))
  const byId = new Map(posts.map((post) => [post.postId, post]))
  return (id: string | undefined) => {
    const card = byId.get(id ?? "")?.photos[0]
    return card ? { picture: Photo.pictureView(card), altText: card.altText } : {}
  }
}

/** The longest waiting first. */
const openAppeals = (page: Query, moderator: Decider): Promise<Page<CaseSummary>> =>
  listOf<AppealRow, CaseSummary>({
    list: "appeals",
    page,
    read: async (after, count) => {
      const appeals = table().appeal.query.byStatus({ status: "open" })
      const [at = "", decisionId = ""] = (after ?? "").split("|")
      const beyond = after ? appeals.gt({ at, decisionId }) : appeals
      return (await beyond.go({ limit: count, count })).data
    },
    idOf: ({ at, decisionId }) => `${at}|${decisionId}`,
    show: async (rows) => {
      const found = await Promise.all(rows.map(({ decisionId }) => table().decision.get({ decisionId }).go()))
      return ofDecisions(
        found.flatMap(({ data }) => data ?? []),
        moderator,
      )
    },
  })

const lately = (page: Query, moderator: Decider): Promise<Page<CaseSummary>> =>
  listOf<DecisionRow, CaseSummary>({
    list: "decisions",
    page,
    read: async (before, count) => {
      const all = table().decision.query.all({})
      const below = before ? all.lt({ decisionId: before }) : all
      return (await below.go({ order: "desc", limit: count, count })).data
    },
    idOf: ({ decisionId }) => decisionId,
    show: (rows) => ofDecisions(rows, moderator),
  })

/** The post of which a decision shows a picture: of what is out of reach there is none. */
const shownPost = ({ act, state, postId }: DecisionRow) =>
  act === "quarantine" && state === "standing" ? undefined : postId

async function ofDecisions(rows: readonly DecisionRow[], moderator: Decider): Promise<CaseSummary[]> {
  const [views, pictures] = await Promise.all([
    decisionsForModerator(rows, moderator),
    firstPictures(rows.map(shownPost)),
  ])
  return rows.map((row, at) => ({
    target: row.targetId,
    kinds: [],
    count: 0,
    openedAt: row.at,
    newestAt: row.at,
    dueAt: row.at,
    ...pictures(shownPost(row)),
    ...(views[at] ? { decision: views[at] } : {}),
  }))
}
