import { AppError } from "./error"
import { newestSecret, same, secretVersions, sign } from "./secret"

const version = "1"

/**
 * A signed position in a list: everything after (below) an id.
 * @param list which list it belongs to; a cursor of another list is refused
 * @param lastId the last id that the reader has
 */
export function encodeCursor(list: string, lastId: string): string {
  const key = newestSecret("CursorKey")
  const mac = sign(key.value, [version, key.id, list, lastId].join("|"))
  return Buffer.from([version, key.id, lastId, mac].join("|")).toString("base64url")
}

/**
 * @returns the id that the cursor stands behind
 * @throws AppError `invalid` when it was tampered with, is of another list or its key is gone
 */
export function decodeCursor(list: string, cursor: string): string {
  const [v, keyId, lastId, mac] = Buffer.from(cursor, "base64url").toString().split("|")
  const key = secretVersions("CursorKey").find(({ id }) => id === keyId)
  if (v !== version || !key || !lastId || !mac) throw badCursor()
  if (!same(mac, sign(key.value, [version, key.id, list, lastId].join("|")))) throw badCursor()
  return lastId
}

const badCursor = () =>
  new AppError("invalid", {
    issues: [{ code: "custom", path: ["cursor"], message: "cursor", input: undefined }],
  })
