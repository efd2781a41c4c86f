import { readFileSync } from "node:fs"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Answer, Checkout } from "./testing/checkout"

let checkout: Checkout
beforeEach(() => {
  checkout = new Checkout("production")
})
afterEach(() => checkout.remove())

const role = "arn:aws:iam::123456789012:role/photo-sharing-app-production-deploy"
const provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
const bootstrap = (stage: string, answers: Answer[] = [], more: string[] = []) =>
  checkout.run(
    "bootstrap-deploy-role.sh",
    ["-e", stage, "-r", "ada/photos", ...more],
    [
      ...answers,
      [/^aws iam list-open-id/, 0, provider],
      [/^aws cloudformation describe-stack-resource/, 254],
      [/^aws cloudformation deploy/, 0],
      [/^aws cloudformation describe-stacks/, 0, role],
    ],
  )
const deployed = (calls: string[]) => calls.find((call) => call.startsWith("aws cloudformation deploy")) ?? ""

describe("the deploy role", () => {
  it("of production may be taken in production and in an emergency, of this repository alone", async () => {
    const { code, said, calls } = await bootstrap("production")
    expect([code, said]).toEqual([0, expect.stringContaining(role)])
    const subjects = ["production", "production-emergency"].map(
      (name) => `repo:ada/photos:environment:${name}`,
    )
    expect(deployed(calls)).toContain(`Environments=${subjects.join(",")} ProviderArn=${provider}`)
    expect(deployed(calls)).toContain("--capabilities CAPABILITY_NAMED_IAM")
  })

  it("of staging may be taken in staging alone", async () => {
    const { calls } = await bootstrap("staging")
    expect(deployed(calls)).toContain("Environments=repo:ada/photos:environment:staging Provider")
  })

  it("brings GitHub's provider along where the account has none, and keeps it when run again", async () => {
    expect(deployed((await bootstrap("staging", [[/^aws iam list/, 0]])).calls)).toMatch(/ProviderArn=$/)
    const own: Answer = [/^aws cloudformation describe-stack-resource/, 0]
    expect(deployed((await bootstrap("staging", [own])).calls)).toMatch(/ProviderArn=$/)
  })

  it("is only shown by --dry-run", async () => {
    const { code, said, calls } = await bootstrap("staging", [], ["--dry-run"])
    expect([code, deployed(calls)]).toEqual([0, expect.stringContaining("--no-execute-changeset")])
    expect(said).not.toContain(role)
  })

  it.each<[string, Answer, number]>([
    ["nobody is signed in", [/^aws iam list/, 254], 3],
    ["the stack fails", [/^aws cloudformation deploy/, 255], 5],
  ])("says when %s", async (_, answer, code) => {
    expect((await bootstrap("staging", [answer])).code).toBe(code)
  })

  it.each([
    [[]],
    [["-e", "staging"]],
    [["-e", "staging", "-r", "nonsense"]],
    [["-e", "local", "-r", "a/b"]],
    [["-e"]],
  ])("with %j is refused", async (words) => {
    expect((await checkout.run("bootstrap-deploy-role.sh", words)).code).toBe(2)
  })

  it("trusts a named environment, never a whole repository or any branch, and cannot give itself more", () => {
    const template = readFileSync(path.join(import.meta.dirname, "deploy-role.yaml"), "utf8")
    expect(template).toMatch(
      /StringEquals:\n +token\.actions\S+:aud: sts\.amazonaws\.com\n +token\.actions\S+:sub: !Ref Environments/,
    )
    expect(template).not.toMatch(/StringLike|iam:\*\]\n +Resource: "\*"|Action: \["?\*"?\]/)
    expect(template).toMatch(
      /Effect: Deny\n +Action: \[iam:\*\]\n +Resource: !Sub \S+role\/photo-sharing-app-\*-deploy/,
    )
  })
})
