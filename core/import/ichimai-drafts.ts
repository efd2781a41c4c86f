import { Draft } from "../draft"
import type { ArchivedDraft } from "../export/manifest.schema"
import { idAt } from "../id-at"
import { now } from "../time"
import type { Importing, PlannedPhoto } from "./adapter"
import { isDraftHere } from "./here"
import { alreadyHere, type Done, imported, takeInFor } from "./ichimai-own"

/** A draft of its own time. One whose time has come meanwhile waits for its author. */
export async function restoreDraft(
  { id, createdAt, caption, visibility, license, contentWarning, publishAt, ...rest }: ArchivedDraft,
  photos: readonly PlannedPhoto[],
  importing: Importing,
): Promise<Done> {
  const draftId = idAt("draft", Date.parse(createdAt), importing.importId, id)
  if (await Draft.row(draftId)) return imported
  if (await isDraftHere(importing, { createdAt, caption })) return alreadyHere
  const held = []
  for (const [at, { entry, altText }] of photos.entries()) {
    held.push({ photoId: await takeInFor(`${id}-${at}`, entry, importing), altText })
  }
  const { commentsAllowed, showCamera, location } = rest
  const waits = publishAt && publishAt > now() ? { publishAt } : { saved: true }
  const warning = contentWarning ? { contentWarning } : {}
  const content = {
    caption,
    photos: held,
    visibility,
    commentsAllowed,
    license,
    ...warning,
    showCamera,
    location,
  }
  await Draft.create(importing.userId, { ...content, ...waits }, { draftId, createdAt })
  return imported
}
