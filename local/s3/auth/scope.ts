import { S3Error, type S3ErrorCode } from "../http/error"
import type { Verifier } from "./verifier"

/** A credential scope: `text` is `day/region/s3/aws4_request`, `date` the midnight its day begins with. */
export type Scope = { text: string; day: string; date: Date }

/**
 * Reads `id/day/region/service/aws4_request` and holds it against this server.
 * @param malformed the code for a scope that is not ours; it differs for headers, URLs and forms.
 * @throws S3Error that code, or `InvalidAccessKeyId`.
 */
export function readScope(credential: string, verifier: Verifier, malformed: S3ErrorCode): Scope {
  const [id = "", day = "", region = "", service = "", end = "", ...more] = credential.split("/")
  const date = readLongDate(`${day}T000000Z`)
  if (!date || end !== "aws4_request" || more.length > 0) {
    throw new S3Error(
      malformed,
      'The Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    )
  }
  if (id !== verifier.accessKeyId) {
    throw new S3Error(
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
      {
        AWSAccessKeyId: id,
      },
    )
  }
  if (region !== verifier.regionName) {
    throw new S3Error(malformed, `The region '${region}' is wrong; expecting '${verifier.regionName}'`, {
      Region: verifier.regionName,
    })
  }
  if (service !== "s3") throw new S3Error(malformed, `The service '${service}' is wrong; expecting 's3'`)
  return { text: `${day}/${region}/${service}/${end}`, day, date }
}

/** Reads `YYYYMMDDTHHMMSSZ`; anything else gives null. */
export function readLongDate(text: string): Date | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}
