import { inject } from "vitest"

/** Makes the role that a function of the emulator needs. @returns its ARN */
export async function role(): Promise<string> {
  const RoleName = "function"
  const document = JSON.stringify({ Version: "2012-10-17", Statement: [] })
  const form = { Action: "CreateRole", Version: "2010-05-08", RoleName, AssumeRolePolicyDocument: document }
  await fetch(inject("aws"), {
    method: "POST",
    headers: { authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request" },
    body: new URLSearchParams(form),
  })
  return `arn:aws:iam::123456789012:role/${RoleName}`
}

/** What the next function that is called answers. */
export async function functionsAnswer(answer: unknown): Promise<void> {
  const results = [JSON.stringify(answer)]
  const body = JSON.stringify({ results, region: process.env.AWS_REGION })
  await fetch(`${inject("aws")}/moto-api/static/lambda-simple/response`, { method: "POST", body })
}
