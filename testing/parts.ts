import { createHash, randomBytes } from "node:crypto"
import type { UserActor } from "../core/actor"
import { Photo } from "../core/photo"
import { partBytes } from "../core/photo/upload.schema"

/** The parts of a file as a browser cuts it, numbered from 1. */
export const partsOf = (file: Buffer) =>
  Array.from({ length: Math.ceil(file.length / partBytes) }, (_, i) => {
    const bytes = file.subarray(i * partBytes, (i + 1) * partBytes)
    return { partNumber: i + 1, bytes, sha256: createHash("sha256").update(bytes).digest("hex") }
  })
export type FilePart = ReturnType<typeof partsOf>[number]

/** Has parts of a photo signed and sends them, as a browser does. Gives storage's answers. */
export async function sendParts(by: UserActor, photoId: string, parts: FilePart[]): Promise<Response[]> {
  const asked = parts.map(({ partNumber, sha256 }) => ({ partNumber, sha256 }))
  const signed = await Photo.signParts(by, { photoId, parts: asked })
  return Promise.all(
    signed.parts.map(({ url, headers, partNumber }) => {
      const bytes = parts.find((part) => part.partNumber === partNumber)?.bytes ?? Buffer.of()
      return fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) })
    }),
  )
}

/** The same JPEG, made as long as is wished by comments that nobody shows. */
export function lengthened(jpeg: Buffer, byteLength: number): Buffer {
  const comments: Buffer[] = []
  for (let left = byteLength - jpeg.length; left > 0; ) {
    // A segment holds 65533 bytes and four of its own; what is left must not be less than those.
    const size = left - 65_537 < 4 ? Math.min(left, 65_533) : 65_537
    const segment = randomBytes(size)
    segment.set([0xff, 0xfe])
    segment.writeUInt16BE(size - 2, 2)
    comments.push(segment)
    left -= size
  }
  return Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)])
}
