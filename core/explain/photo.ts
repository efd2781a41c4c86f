import { Photo } from "../photo"
import { table } from "../table"
import type { Problem } from "./explain.schema"
import { item } from "./items"
import { objectsOf } from "./objects"
import { found, type Part } from "./part"
import { sightOfPhoto } from "./sight"

/** By then the event of storage was delivered, and a photo was processed with all tries; in milliseconds. */
const [heard, processed] = [5 * 60_000, 15 * 60_000]

const faults: Record<string, string> = {
  unsupported: "its bytes are no picture that can be read",
  corrupt: "its bytes are damaged",
  empty: "it has no bytes",
  too_large: "it has too many bytes",
  too_many_pixels: "it has too many pixels",
  timeout: "it took too long to decode",
  mismatch: "its bytes are not those that the browser announced",
  never_arrived: "its bytes never arrived",
  internal: "every try failed for a reason of ours",
}

export async function photo(photoId: string, as?: string): Promise<Part | undefined> {
  const [[row], gone] = await Promise.all([
    Photo.rows([photoId]),
    table().photoGone.get({ photoId }).go({ consistent: true }),
  ])
  if (!row)
    return gone.data
      ? found({ summary: "A photo that was deleted.", items: item("photoGone", gone.data) })
      : undefined
  const { userId, sha256, state, reason, postId, draftId, createdAt, updatedAt } = row
  const [hash, objects] = await Promise.all([
    table().photoHash.get({ userId, sha256 }).go({ consistent: true }),
    objectsOf(row),
  ])
  return found({
    summary: `A photo of ${userId} that is ${state}${reason ? ` (${reason})` : ""}.`,
    owner: userId,
    problems: [...problemsOf(row, objects.arrived), ...objects.problems],
    items: [...item("photo", row), ...item("photoHash", hash.data)],
    objects: objects.views,
    sight: await sightOfPhoto(row, as),
    events: [
      { at: createdAt, what: "its upload began" },
      { at: updatedAt, what: `became ${state}, or was changed since` },
    ],
    related: [
      { what: "its owner", id: userId },
      ...(postId ? [{ what: "its post", id: postId }] : []),
      ...(draftId ? [{ what: "its draft", id: draftId }] : []),
    ],
    requests: row.requestId ? [row.requestId] : [],
  })
}

function problemsOf({ photoId, state, reason = "", updatedAt }: Photo.PhotoRow, arrived: boolean): Problem[] {
  const age = Date.now() - Date.parse(updatedAt)
  if (state === "failed") {
    const next = reason === "internal" ? "dlq list" : `logs image-processing --filter '"${photoId}"'`
    return [{ what: `It failed: ${faults[reason] ?? reason}.`, next }]
  }
  if (state === "awaiting" && arrived && age > heard)
    return [
      {
        what: "Its bytes are there, and nobody has begun with them: image-processing did not hear of it.",
        next: "diagnose upload",
      },
    ]
  if (state === "awaiting" && age > heard)
    return [
      {
        what: `Its bytes have not come since ${updatedAt}: the browser sent nothing, or storage refused it.`,
        next: "diagnose upload",
      },
    ]
  if (state === "processing" && age > processed)
    return [
      { what: `It is being processed since ${updatedAt}, longer than all tries take.`, next: "dlq list" },
    ]
  return []
}
