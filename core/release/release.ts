import type { EntityItem } from "electrodb"
import { newId } from "../id"
import { operation } from "../operation"
import { table } from "../table"
import { now } from "../time"
import type { ReleaseEntity } from "./release.entity"
import { RecordRelease, type ReleaseView } from "./release.schema"

/** Notes a deployment and how it turned out. */
export const record = operation(RecordRelease, async (_actor, release): Promise<ReleaseView> => {
  const row = { ...release, releaseId: newId("release"), at: now() }
  await table().release.create(row).go()
  return view(row)
})

/** The deployments of this stage, the newest first; a hundred unless told otherwise. */
export async function list(count = 100): Promise<ReleaseView[]> {
  const { data } = await table()
    .release.query.byTime({})
    .go({ order: "desc", limit: count, count, consistent: true })
  return data.map(view)
}

/**
 * What to go back to: the last release that was good, other than the present one, and was never gone back from.
 * @param releases the newest first
 * @param wanted this one instead: its tag, its id, or at least seven digits of its commit
 * @returns undefined when there is none
 */
export function target(releases: readonly ReleaseView[], wanted?: string): ReleaseView | undefined {
  if (wanted !== undefined) return releases.find((release) => isNamed(release, wanted))
  const present = releases[0]
  const spoilt = new Set(
    releases.flatMap(({ tag, outcome, insteadOf }) => [outcome === "bad" ? tag : undefined, insteadOf]),
  )
  return releases.find(({ tag, outcome }) => outcome === "good" && tag !== present?.tag && !spoilt.has(tag))
}

const isNamed = ({ tag, id, commit }: ReleaseView, name: string) =>
  tag === name || id === name || (/^[0-9a-f]{7,}$/.test(name) && commit.startsWith(name))

const view = ({ releaseId, ...row }: EntityItem<typeof ReleaseEntity>): ReleaseView => ({
  ...row,
  id: releaseId,
})
