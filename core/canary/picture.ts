import { randomBytes } from "node:crypto"

/** A grey JPEG of 16 by 12 pixels. */
const plain = Buffer.from(
  "/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAMABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCcBQH/2Q==",
  "base64",
)

/** A JPEG that nobody has uploaded before: a comment of its own makes it another file each time. */
export function newPicture(): Uint8Array<ArrayBuffer> {
  const comment = randomBytes(16)
  const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  return new Uint8Array(Buffer.concat([plain.subarray(0, 2), marker, comment, plain.subarray(2)]))
}
