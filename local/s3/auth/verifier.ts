import { createHash, timingSafeEqual } from "node:crypto"
import { Sha256 } from "@aws-crypto/sha256-js"
import { getCanonicalHeaders, SignatureV4 } from "@smithy/signature-v4"
import type { ChunkChain } from "../body/chunked"
import { S3Error } from "../http/error"
import type { Authentication } from "./authenticate"
import type { Scope } from "./scope"

const EMPTY_SHA256 = createHash("sha256").digest("hex")

/** The parts of a request that a signature covers. */
export type Signed = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  signedHeaders: string[]
  payloadHash: string
}

/** Recomputes signatures with the library that clients sign with. */
export class Verifier extends SignatureV4 {
  readonly accessKeyId: string
  readonly regionName: string

  constructor(options: { region: string; accessKeyId: string; secretAccessKey: string }) {
    const { region, accessKeyId, secretAccessKey } = options
    super({
      service: "s3",
      region,
      credentials: { accessKeyId, secretAccessKey },
      sha256: Sha256,
      uriEscapePath: false,
    })
    this.accessKeyId = accessKeyId
    this.regionName = region
  }

  /** Throws `SignatureDoesNotMatch` unless `signature` is that of the request. */
  async checkRequest(signed: Signed, scope: Scope, longDate: string, signature: string): Promise<void> {
    const { method, path, signedHeaders } = signed
    const covered = Object.fromEntries(signedHeaders.map((name) => [name, signed.headers[name] ?? ""]))
    const query = Object.fromEntries(
      [...signed.query.keys()].map((name) => [name, signed.query.getAll(name)]),
    )
    const request = { method, path, query, headers: covered, protocol: "http:", hostname: "" }
    const headers = getCanonicalHeaders(request, undefined, new Set(signedHeaders))
    const canonical = this.createCanonicalRequest(request, headers, signed.payloadHash)
    const text = await this.createStringToSign(longDate, scope.text, canonical, "AWS4-HMAC-SHA256")
    await this.checkText(text, scope, signature)
  }

  /** Throws `SignatureDoesNotMatch` unless `signature` is that of the text. */
  async checkText(text: string, scope: Scope, signature: string): Promise<void> {
    const expected = Buffer.from(await this.sign(text, { signingDate: scope.date }))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new S3Error(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        { AWSAccessKeyId: this.accessKeyId, StringToSign: text, SignatureProvided: signature },
      )
    }
  }

  /** The chain of chunk signatures that begins with the signature of the request's headers. */
  chunkChain({ scope, longDate, signature }: Authentication): ChunkChain {
    let previous = signature
    const check = async (algorithm: string, hashes: string[], given: string) => {
      await this.checkText([algorithm, longDate, scope.text, previous, ...hashes].join("\n"), scope, given)
      previous = given
    }
    return {
      chunk: (given, sha256) => check("AWS4-HMAC-SHA256-PAYLOAD", [EMPTY_SHA256, sha256], given),
      trailer: (given, sha256) => check("AWS4-HMAC-SHA256-TRAILER", [sha256], given),
    }
  }
}
