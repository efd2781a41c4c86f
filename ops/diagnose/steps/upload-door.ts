import { GetBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3"
import { some } from "../../number"
import { patience } from "../../verify/check"
import { fine, type Step, unknown } from "../step"
import { storageUrl } from "./clock"

export const uploadDoor: Step = {
  asks: "Does storage let pages of this site send photos (CORS)?",
  async look({ stage }) {
    const { site, originals } = await stage.outputs()
    const asked = { origin: site, "access-control-request-method": "POST" }
    const url = storageUrl(originals, stage.region)
    const answer = await fetch(url, {
      method: "OPTIONS",
      headers: asked,
      signal: AbortSignal.timeout(patience),
    })
    const allowed = answer.headers.get("access-control-allow-origin")
    const found = `OPTIONS ${originals} from ${site}: ${answer.status}, allowed is ${allowed ?? "nobody"}`
    if (answer.ok && (allowed === site || allowed === "*")) return fine(found)
    return {
      is: "cause",
      found,
      means: "Browsers ask first, and then send nothing.",
      cause: `Storage's CORS rules do not know ${site}: browsers there send no photo.`,
      next: "verify",
    }
  },
}

type Statement = { Sid?: string; Effect: string; Action: string | string[]; Condition?: object }

export const bucketPolicy: Step = {
  asks: "Does a policy of the bucket forbid uploads?",
  async look({ stage }) {
    if (stage.isLocal) return unknown("The local stage's buckets have no policies.")
    const { originals: Bucket } = await stage.outputs()
    const { Policy = "{}" } = await stage
      .client(S3Client)
      .send(new GetBucketPolicyCommand({ Bucket }))
      .catch((error: Error) => {
        if (error.name === "NoSuchBucketPolicy") return { Policy: "{}" }
        throw error
      })
    const statements: Statement[] = JSON.parse(Policy).Statement ?? []
    const denies = statements.filter(
      ({ Effect, Action, Condition }) =>
        Effect === "Deny" &&
        [Action].flat().some((action) => /^(\*|s3:\*|s3:Put)/.test(action)) &&
        // Everybody comes over TLS.
        !JSON.stringify(Condition ?? {}).includes("aws:SecureTransport"),
    )
    if (denies.length === 0) return fine(`${some(statements.length, "statement")}, and none forbids them.`)
    const found = denies.map(
      ({ Sid, Action }) => `${Sid ?? "a statement"} denies ${[Action].flat().join(", ")}`,
    )
    return {
      is: "cause",
      found: found.join("; "),
      means: "What a policy denies no role is allowed.",
      evidence: denies.map((statement) => JSON.stringify(statement)),
      cause: `The policy of ${Bucket} forbids uploads: ${found.join("; ")}.`,
      next: "logs api --filter S3",
    }
  },
}
