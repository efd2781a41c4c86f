import { Blocklist } from "../blocklist"
import { config } from "../config"
import { Evidence } from "../evidence"
import type { Photo } from "../photo"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { photosOf } from "./quarantine"
import type { DecisionRow } from "./rows"
import { subjectOf } from "./subject"

/**
 * Keeps the originals of what was quarantined where nobody takes them away, whatever becomes of the post, and blocks
 * them and what looks like them, if the decision stands. Safe to repeat.
 */
export async function preserve(decision: DecisionRow): Promise<void> {
  const subject = await subjectOf(decision.targetId)
  if (subject) await keep(decision, await photosOf(subject))
}

/** So many decisions about a post are looked at: one of them alone shut its photos away. */
const looked = 50

/** The same of a photo that is deleted before its decision was followed: before its bytes go. */
export async function preserveGone(photo: Photo.PhotoRow): Promise<void> {
  const { state, postId } = photo
  if (state !== "quarantined" || !postId) return
  const { data } = await table()
    .decision.query.byTarget({ targetId: postId })
    .go({ order: "desc", limit: looked, count: looked })
  const decision = data.find((made) => made.act === "quarantine" && made.state === "standing")
  if (!decision) return
  try {
    await keep(decision, [photo])
  } catch (error) {
    // Told of it twice, the bytes are gone, and kept.
    if (!Storage.isMissing(error)) throw error
  }
}

async function keep({ decisionId, by }: DecisionRow, photos: readonly Photo.PhotoRow[]): Promise<void> {
  for (const { photoId, userId, contentType } of photos) {
    const original = Storage.originalKey({ kind: "kept", userId, photoId })
    const bytes = await Storage.read(config.originalsBucket, original)
    await Evidence.keep(`quarantine/${decisionId}/${photoId}`, bytes, contentType)
  }
  const blocked = photos.flatMap(({ sha256, dhash }) => [
    `sha256:${sha256}`,
    ...(dhash ? [`dhash:${dhash}`] : []),
  ])
  // Noted with the decision: what is taken back is known also when the post is gone.
  const noted = table()
    .decision.patch({ decisionId })
    .append({ blocked })
    .where(({ state }, { eq }) => eq(state, "standing"))
  if (!(await unlessRefused(noted.go()))) return
  for (const { sha256, dhash } of photos) await Blocklist.add({ sha256, dhash }, { why: decisionId, by })
}

/** Takes off the list what a decision put there, when it is taken back. */
export async function unblock({ decisionId, blocked = [] }: DecisionRow): Promise<void> {
  for (const hash of blocked) await Blocklist.takeBack(hash, decisionId)
}
