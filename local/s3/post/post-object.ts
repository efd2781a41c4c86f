import { readLongDate, readScope } from "../auth/scope"
import { type ChecksumName, checksumHeaders, checksumsIn } from "../body/checksums"
import { receive } from "../body/receive"
import type { Cause } from "../event"
import { encodeStrictly } from "../http/encoding"
import { S3Error } from "../http/error"
import type { Reply, S3Context, S3Request } from "../http/types"
import { metadataIn } from "../object/metadata"
import { temporaryFile } from "../store/folders"
import type { StoredObject } from "../store/record"
import { type PostForm, readForm } from "./form"
import { checkPolicy, type Policy, readPolicy, withinLength } from "./policy"

const MAX_KEY_BYTES = 1024

type PostRequest = Pick<S3Request, "http" | "bucket" | "headers"> & { cause: Cause }

/**
 * POST Object: a browser's form, authorised by the signed policy in it. Everything but the file's length is
 * checked before its first byte is stored.
 */
export async function postObject(request: PostRequest, context: S3Context): Promise<Reply> {
  const form = await readForm(request, request.headers)
  try {
    const { fields } = form
    const key = requiredField(fields, "key").replace(/\$\{filename\}/g, () => form.filename)
    const policy = await authorise(request.bucket, key, fields, context)
    if (key === "" || Buffer.byteLength(key) > MAX_KEY_BYTES) {
      throw new S3Error(
        key === "" ? "InvalidArgument" : "KeyTooLongError",
        "The key must have 1 to 1024 bytes.",
      )
    }
    const object = await store(request, key, form, policy, context)
    return answer(request, object, fields)
  } finally {
    form.cancel()
  }
}

async function authorise(
  bucket: string,
  key: string,
  fields: Map<string, string>,
  { verifier }: S3Context,
): Promise<Policy> {
  const encoded = fields.get("policy")
  if (encoded === undefined) throw new S3Error("AccessDenied", "Access Denied")
  if (requiredField(fields, "x-amz-algorithm") !== "AWS4-HMAC-SHA256") {
    throw new S3Error("InvalidArgument", 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  }
  const scope = readScope(requiredField(fields, "x-amz-credential"), verifier, "InvalidArgument")
  const date = requiredField(fields, "x-amz-date")
  if (!readLongDate(date) || !date.startsWith(scope.day)) {
    throw new S3Error(
      "InvalidArgument",
      "X-Amz-Date must be formatted via ISO8601 and of the day of the credential.",
    )
  }
  await verifier.checkText(encoded, scope, requiredField(fields, "x-amz-signature"))
  const policy = readPolicy(encoded)
  const named = fields.get("bucket")
  if (named !== undefined && named !== bucket)
    throw new S3Error("AccessDenied", "The form is for another bucket.")
  // Conditions see the final key, and the bucket of the URL as if it were a field.
  checkPolicy(policy, new Map(fields).set("key", key).set("bucket", bucket))
  return policy
}

function requiredField(fields: Map<string, string>, name: string): string {
  const value = fields.get(name)
  if (value) return value
  throw new S3Error("InvalidArgument", `Bucket POST must contain a field named '${name}'.`)
}

function store(
  request: PostRequest,
  key: string,
  form: PostForm,
  policy: Policy,
  { objects }: S3Context,
): Promise<StoredObject> {
  const described = Object.fromEntries(form.fields)
  const declared = checksumsIn(described)
  const headers = metadataIn(described)
  const body = {
    source: wholeFile(form, policy),
    algorithms: Object.keys(declared) as ChecksumName[],
    expected: () => ({ checksums: declared }),
  }
  return receive(body, temporaryFile(objects.folders), (received) => {
    const about = {
      etag: received.md5,
      headers,
      checksums: received.checksums,
      checksumType: "FULL_OBJECT",
    } as const
    return objects.put({ bucket: request.bucket, key }, received, about, request.cause, () => undefined)
  })
}

/** The file, and after it the rest of the form: an upload that breaks off anywhere is not stored. */
async function* wholeFile(form: PostForm, policy: Policy): AsyncGenerator<Uint8Array> {
  yield* withinLength(form.file, policy.length)
  await form.ended
}

function answer(request: PostRequest, object: StoredObject, fields: Map<string, string>): Reply {
  const etag = `"${object.etag}"`
  const path = object.key.split("/").map(encodeStrictly).join("/")
  const location = `http://${request.headers.host}/${object.bucket}/${path}`
  const headers = { etag, location, ...checksumHeaders(object.checksums, object.checksumType) }
  const target = redirectTarget(fields.get("success_action_redirect"), object)
  if (target) return { status: 303, headers: { ...headers, location: target } }
  const status = fields.get("success_action_status")
  if (status === "201") {
    const content = { Location: location, Bucket: object.bucket, Key: object.key, ETag: etag }
    return { status: 201, headers, xml: { root: "PostResponse", content } }
  }
  return { status: status === "200" ? 200 : 204, headers }
}

/** What cannot be a URL is ignored, as S3 does. */
function redirectTarget(text: string | undefined, { bucket, key, etag }: StoredObject): string | null {
  if (!text || !URL.canParse(text)) return null
  const url = new URL(text)
  url.searchParams.set("bucket", bucket)
  url.searchParams.set("key", key)
  url.searchParams.set("etag", `"${etag}"`)
  return url.href
}
