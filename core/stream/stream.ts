import { eraseDeleted } from "./erase-deleted"
import { publishMedia } from "./publish-media"
import { sendMail } from "./send-mail"

type Row = Record<string, unknown>

/** One item before and after; one of the two is missing when it was made or removed. */
export type Change = { before: Row | undefined; after: Row | undefined }

/**
 * Does what follows from a change of the table. Safe to repeat, late and out of batch order.
 * @throws Error when it should be tried again
 */
export async function project({ before, after }: Change): Promise<void> {
  const entity = (after ?? before)?.__edb_e__
  switch (entity) {
    case "oneTimeToken":
      if (!before && after) await sendMail(after)
      return
    case "post":
      if (after) await publishMedia(after)
      else if (before) await eraseDeleted.post(before)
      return
    case "draft":
      if (!after && before) await eraseDeleted.draft(before)
      return
    case "photo":
      if (!after && before) await eraseDeleted.photo(before)
  }
}
