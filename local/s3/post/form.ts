import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import busboy from "busboy"
import { rawBody } from "../body/request-body"
import { S3Error } from "../http/error"
import type { S3Request } from "../http/types"

const MAX_FIELD_BYTES = 20 * 1024
const MAX_FIELDS = 100

/** A browser's form up to the first byte of its file. */
export type PostForm = {
  /** By lower-case name. Fields after the file are ignored, as S3 does. */
  fields: Map<string, string>
  filename: string
  file: AsyncIterable<Uint8Array>
  /** Resolves when the form has ended as it should; rejects when it breaks off. */
  ended: Promise<void>
  /** Stops reading. */
  cancel(): void
}

/**
 * Reads a multipart/form-data request until its file begins.
 * @throws S3Error `MalformedPOSTRequest`, `InvalidArgument` or `MaxPostPreDataLengthExceeded`.
 */
export function readForm(
  request: Pick<S3Request, "http">,
  headers: Record<string, string>,
): Promise<PostForm> {
  const parser = openParser(headers)
  const fields = new Map<string, string>()
  const ended = pipeline(rawBody(request), parser).catch((error) => {
    throw error instanceof S3Error ? error : malformed()
  })
  return new Promise((resolve, reject) => {
    let hasFile = false
    const refuse = (error: S3Error) => parser.destroy(error)
    parser.on("field", (name, value, info) => {
      if (hasFile || parser.destroyed) return
      const field = name.toLowerCase()
      if (info.valueTruncated || info.nameTruncated || fields.size >= MAX_FIELDS) {
        refuse(
          new S3Error(
            "MaxPostPreDataLengthExceeded",
            "Your POST request fields preceding the upload file were too large.",
          ),
        )
      } else if (fields.has(field) || field === "file") {
        refuse(new S3Error("InvalidArgument", `The field ${name} is not given once, as it must be.`))
      } else {
        fields.set(field, value)
      }
    })
    parser.on("file", (name, stream, { filename = "" }) => {
      stream.on("error", () => undefined)
      // A refused parser still walks through the rest of its chunk.
      if (hasFile || parser.destroyed) return void stream.resume()
      hasFile = true
      if (name.toLowerCase() !== "file") {
        return refuse(new S3Error("InvalidArgument", `The field ${name} must not be a file.`))
      }
      resolve({ fields, filename, file: bytesOf(stream), ended, cancel: () => parser.destroy() })
    })
    ended.then(
      () => reject(new S3Error("InvalidArgument", "POST requires exactly one file upload per request.")),
      reject,
    )
  })
}

function openParser(headers: Record<string, string>): busboy.Busboy {
  try {
    return busboy({
      headers,
      defParamCharset: "utf8",
      limits: { fieldSize: MAX_FIELD_BYTES, fieldNameSize: 1024 },
    })
  } catch {
    throw malformed()
  }
}

async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream
  } catch {
    throw malformed()
  }
}

function malformed(): S3Error {
  return new S3Error(
    "MalformedPOSTRequest",
    "The body of your POST request is not well-formed multipart/form-data.",
  )
}
