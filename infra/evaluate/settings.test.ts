import { readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { apiHost, providerSecrets, readSettings, secretNames, settingNames } from "../settings"
import { root } from "./platform"
import { environments, secrets, secretsOf } from "./stages"

const given = Object.fromEntries(
  Object.entries(secretsOf("production")).map(([name, value]) => [`SST_SECRET_${name}`, value]),
)
const production = { ...environments.production, ...given }
/** What is said of a stage's settings, as lines. */
function refusal(stage: string, env: Record<string, string | undefined>): string[] {
  try {
    readSettings(stage, env)
  } catch (error) {
    return (error as Error).message.split("\n")
  }
  throw new Error("it was taken")
}

describe("the settings of a stage", () => {
  it("are read, with what follows from them", () => {
    expect(readSettings("production", production)).toMatchObject({
      kind: "production",
      domain: "photos.example",
      apiDomain: "api.photos.example",
      region: "ap-northeast-1",
      mailFrom: "Ichimai <no-reply@photos.example>",
      monthlyBudget: 300,
      escalation: [{ name: "developers", minutes: 30, phones: ["+819012345678"] }],
      providerSecrets: ["GoogleSecret"],
    })
    expect(readSettings("ada", { ...environments.development, ...given })).toMatchObject({
      kind: "development",
      domain: undefined,
    })
  })

  it("everything that is missing is said at once, with what to do about it", () => {
    expect(refusal("production", {})).toEqual([
      'The stage "production" cannot be deployed; nothing was changed.',
      "- PHOTO_APP_ALARM_EMAIL is missing: in production somebody is told of alarms.",
      "- PHOTO_APP_ESCALATION is missing: in production somebody answers when the first does not; infra/contacts.json holds examples.",
      "- PHOTO_APP_MONTHLY_BUDGET_USD is missing: what a month may cost, in US dollars.",
      "- PHOTO_APP_MAIL_FROM is missing: who mails come from, where there is no domain.",
      ...[...Object.keys(secrets), "CanarySecret"].map(
        (name) => `- The secret ${name} is missing: npx sst secret set ${name} --stage production`,
      ),
    ])
  })

  it.each([
    ["PHOTO_APP_DOMAIN", "https://photos.example", "must be a host name"],
    ["PHOTO_APP_CERTIFICATE_ARN", "arn:aws:acm:ap-northeast-1:123456789012:certificate/1", "us-east-1"],
    ["PHOTO_APP_REGION", "Tokyo", "must be an AWS region"],
    ["PHOTO_APP_ALARM_EMAIL", "somebody", "must be an e-mail address"],
    ["PHOTO_APP_MAIL_FROM", "photos", "must be written as Name <address>"],
    ["PHOTO_APP_MONTHLY_BUDGET_USD", "-1", "must be above 0"],
    ["PHOTO_APP_ESCALATION", "{", "must be JSON"],
    ["PHOTO_APP_ESCALATION", '[{"name":"a","minutes":30}]', "needs an e-mail address or a phone"],
    ["PHOTO_APP_ESCALATION", '[{"name":"a","minutes":30,"phones":["0901234"]}]', "must be written as +81"],
    ["PHOTO_APP_LIMITS", '{"photosPerDy":1}', "photosPerDy"],
    ["PHOTO_APP_LIMITS", '{"photosPerDay":0}', "photosPerDay"],
    ["PHOTO_APP_OAUTH", '{"google":{}}', "google.clientId"],
    ["PHOTO_APP_IMAGE_CONCURRENCY", "1.5", "must be a whole number above 0, or none"],
    ["PHOTO_APP_CONFIG_RULES", "yes", "must be true or false"],
    ["PHOTO_APP_DOMIAN", "photos.example", "no such setting"],
  ])("%s=%s is refused", (name, value, why) => {
    const said = refusal("production", { ...production, [name]: value })
    expect(said).toHaveLength(2)
    expect(said[1]).toContain(name)
    expect(said[1]).toContain(why)
  })

  it("a certificate or an API host without a domain is refused", () => {
    const { PHOTO_APP_DOMAIN: _, ...rest } = production
    const said = refusal("production", {
      ...rest,
      PHOTO_APP_API_DOMAIN: "api.photos.example",
      PHOTO_APP_MAIL_FROM: "a@b.example",
    })
    expect(said.slice(1)).toEqual([
      "- PHOTO_APP_CERTIFICATE_ARN needs PHOTO_APP_DOMAIN as well.",
      "- PHOTO_APP_API_DOMAIN needs PHOTO_APP_DOMAIN as well.",
    ])
  })

  it("a secret that is not written in versions, is short, or of a provider that is configured and missing, is refused", () => {
    for (const [name, value] of [
      ["CdnSecret", "plain"],
      ["AuthSecret", "1:short"],
      ["TokenKey", `1:${"a".repeat(129)}`],
      ["GoogleSecret", undefined],
      ["CanarySecret", "short"],
    ] as const) {
      const said = refusal("production", { ...production, [`SST_SECRET_${name}`]: value })
      expect(said).toHaveLength(2)
      expect(said[1]).toMatch(
        new RegExp(`The secret ${name} .*: npx sst secret set ${name} --stage production`),
      )
    }
  })

  it("no value of a secret is said", () => {
    const said = refusal("production", { ...production, SST_SECRET_CdnSecret: "plain-but-private" })
    expect(said.join()).not.toContain("plain-but-private")
  })
})

it("each setting and each secret is in the documentation", () => {
  const text = readFileSync(path.join(root, "docs/infrastructure.md"), "utf8")
  for (const name of [...settingNames, ...secretNames, ...Object.values(providerSecrets)]) {
    expect(text).toContain(`\`${name}\``)
  }
})

it.each([
  ["photos.example", "api.photos.example"],
  ["staging.photos.example", "api-staging.photos.example"],
  ["photos.co.jp", "api.photos.co.jp"],
  ["staging.photos.co.jp", "api-staging.photos.co.jp"],
])("the API of %s is %s", (domain, api) => expect(apiHost(domain)).toBe(api))
