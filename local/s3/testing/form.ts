import { BUCKET, CREDENTIALS } from "./names"
import { type RawResponse, type SigningOptions, send, signer } from "./raw"

export type Fields = Record<string, string>

export type FormOptions = {
  conditions?: unknown[]
  expiration?: string
  /** Replaces the policy document as a whole. */
  policy?: string
  /** Fields beside those that make up the signature; undefined takes one away. */
  fields?: Record<string, string | undefined>
  signing?: SigningOptions
}

/** The policy that `signForm` signs unless told otherwise. */
export const CONDITIONS = [
  { bucket: BUCKET },
  ["eq", "$key", "incoming/1"],
  ["eq", "$Content-Type", "image/jpeg"],
  ["starts-with", "$x-amz-meta-name", "p"],
  ["content-length-range", 3, 10],
]
export const FIELDS = { key: "incoming/1", "Content-Type": "image/jpeg", "x-amz-meta-name": "photo" }

/** Makes the fields of a form, signed by hand so that every one of them can be wrong. */
export async function signForm(options: FormOptions = {}): Promise<Fields> {
  const { signing = {}, conditions = CONDITIONS } = options
  const date = (signing.date ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, "")
  const { accessKeyId = CREDENTIALS.accessKeyId, region = "us-east-1", service = "s3" } = signing
  const credential = {
    "x-amz-algorithm": "AWS4-HMAC-SHA256",
    "x-amz-credential": `${accessKeyId}/${date.slice(0, 8)}/${region}/${service}/aws4_request`,
    "x-amz-date": date,
  }
  const expiration = options.expiration ?? new Date(Date.now() + 60_000).toISOString()
  const all = [...conditions, ...Object.entries(credential).map(([name, value]) => ({ [name]: value }))]
  const document = options.policy ?? JSON.stringify({ expiration, conditions: all })
  const policy = Buffer.from(document).toString("base64")
  const signature = await signer(signing).sign(policy, { signingDate: signing.date ?? new Date() })
  const fields = { ...credential, ...FIELDS, policy, "x-amz-signature": signature, ...options.fields }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

const BOUNDARY = "----a-boundary"

/** Writes a form; `after` are fields that follow the file. */
export function writeForm(
  fields: Fields,
  file: Uint8Array | null,
  filename = "a.jpg",
  after: Fields = {},
): Buffer {
  const field = ([name, value]: [string, string]) =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: text/x-own\r\n\r\n`
  const filePart = file ? [Buffer.from(head), file, Buffer.from("\r\n")] : []
  const end = Buffer.from(`--${BOUNDARY}--\r\n`)
  return Buffer.concat([
    ...Object.entries(fields).map(field),
    ...filePart,
    ...Object.entries(after).map(field),
    end,
  ])
}

/** Sends a form to a bucket. */
export function postForm(url: string, body: Uint8Array, bucket = BUCKET): Promise<RawResponse> {
  const headers = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` }
  return send(url, { method: "POST", path: `/${bucket}`, headers, body })
}
