import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Answer, Checkout, certificate, secrets } from "./testing/checkout"

let checkout: Checkout
beforeEach(() => {
  checkout = new Checkout("production")
})
afterEach(() => checkout.remove())

const words = ["-e", "production", "-d", "example.com", "-c", certificate]
const deploy = (answers: Answer[] = [], more: string[] = []) =>
  checkout.run("deploy.sh", [...words, ...more], answers)
const calling = (calls: string[], pattern: RegExp) => calls.filter((call) => pattern.test(call))
/** All secrets but one, as they are listed. */
const without = (name: string) => `${secrets.filter((line) => !line.startsWith(name)).join("\n")}\n`
const changing = /sst deploy|record|enrol|invalidate/

describe("deploying", () => {
  it("checks, tests, deploys, verifies, and notes the release, in this order", async () => {
    const { code, said, calls } = await deploy()
    expect([code, said]).toEqual([0, expect.stringContaining("runs on production: https://example.com")])
    const steps = calls
      .filter((call) => !/--version/.test(call))
      .map((call) => call.replace(/^npx --no-install /, ""))
    const commit = checkout.git("rev-parse", "HEAD")
    const [tag] = checkout.git("tag").split("\n")
    expect(tag).toMatch(new RegExp(`^production-\\d{8}T\\d{6}Z-${commit.slice(0, 7)}$`))
    const verified = "npm run --silent ops --"
    const shell = "sst shell --stage production -- npm run --silent ops --"
    expect(steps).toEqual([
      "aws sts get-caller-identity --query Arn --output text",
      expect.stringContaining("aws acm describe-certificate"),
      expect.stringContaining("aws route53 list-hosted-zones"),
      "sst secret list --stage production",
      "npm test",
      "npm run --silent shapes",
      "sst deploy --stage production",
      expect.stringMatching(/^curl -f.* https:\/\/api\.example\.com\/health$/),
      expect.stringMatching(/^curl -f\S*I.* https:\/\/example\.com$/),
      `${shell} canary enrol --yes --stage production`,
      `${verified} canary enrol --yes --stage production`,
      `${shell} verify --stage production`,
      `${verified} verify --stage production`,
      `${verified} releases record --stage production --tag ${tag} --commit ${commit} --by arn:aws:iam::123456789012:user/ada --outcome good --yes --domain example.com --certificate ${certificate}`,
    ])
    expect(checkout.git("rev-parse", `${tag}^{commit}`)).toBe(commit)
    expect(checkout.settings()).toEqual([
      `PHOTO_APP_CERTIFICATE_ARN=${certificate}`,
      "PHOTO_APP_DOMAIN=example.com",
    ])
  })

  it("takes the runbook's long options as well, and deploys staging with the same certificate", async () => {
    const long = ["--environment", "staging", "--domain", "staging.example.com", "--certificate", certificate]
    const staging = new Checkout("staging")
    const { code, said } = await staging.run("deploy.sh", [...long, "--skip-tests"])
    staging.remove()
    expect([code, said]).toEqual([
      0,
      expect.stringContaining("covers staging.example.com and api-staging.example.com"),
    ])
  })

  it("skips the tests when told to, but not the rows of the last release", async () => {
    const { code, calls } = await deploy([], ["--skip-tests"])
    expect([code, calling(calls, /^npm (test|run --silent shapes)/)]).toEqual([
      0,
      ["npm run --silent shapes"],
    ])
  })

  it("with --dry-run shows what would change, and changes nothing, also with work in progress", async () => {
    checkout.write("work.txt", "in progress")
    const { code, calls, said } = await deploy([], ["--dry-run", "--skip-tests"])
    expect([code, calling(calls, changing)]).toEqual([0, []])
    expect(calls.at(-1)).toBe("npx --no-install sst diff --stage production")
    expect(said).toContain("not committed")
    expect(checkout.git("tag")).toBe("")
  })

  it("needs neither domain nor certificate on a stage of one's own", async () => {
    const own = new Checkout("ada")
    const { code, calls } = await own.run(
      "deploy.sh",
      ["-e", "ada", "--skip-tests"],
      [[/secret list/, 0, without("Canary")]],
    )
    own.remove()
    expect([code, calling(calls, /acm|route53|canary enrol/)]).toEqual([0, []])
    expect(calling(calls, / verify/)).toEqual(["npm run --silent ops -- verify --no-canary --stage ada"])
  })

  it("pushes the tag where there is somewhere to push it", async () => {
    const other = new Checkout("production")
    other.git("config", "receive.denyCurrentBranch", "ignore")
    checkout.git("remote", "add", "origin", other.root)
    expect((await deploy()).code).toBe(0)
    expect(other.git("tag")).toBe(checkout.git("tag"))
    other.remove()
  })
})

describe("options", () => {
  it("are explained by --help", async () => {
    for (const help of ["-h", "--help"]) {
      const { code, said, calls } = await checkout.run("deploy.sh", [help])
      expect([code, calls]).toEqual([0, []])
      for (const option of ["--environment", "--domain", "--certificate", "--skip-tests", "--dry-run"]) {
        expect(said).toContain(option)
      }
    }
  })

  it.each([
    [[], "-e names the stage"],
    [["-e"], "-e needs a value"],
    [["-e", "local"], "no stage that can be deployed"],
    [["-e", "Prod; rm -rf /"], "no stage that can be deployed"],
    [["-e", "production"], "Production needs a domain"],
    [["-e", "staging", "-d", "nonsense"], "is no domain"],
    [["-e", "staging", "-c", certificate], "-c needs -d"],
    [["-e", "staging", "-d", "example.com", "-c", "arn:aws:iam::1:role/x"], "no ARN of a certificate"],
    [["-e", "staging", "--force"], "no option --force"],
  ])("%j are refused, before anything was asked", async (options, why) => {
    const { code, said, calls } = await checkout.run("deploy.sh", options)
    expect([code, said]).toEqual([2, expect.stringContaining(why)])
    expect(calling(calls, /sst|npm (test|run)/)).toEqual([])
  })
})

describe("before deploying", () => {
  const abroad = certificate.replace("us-east-1", "ap-northeast-1")
  it.each<[string, Answer[], string, string[]?]>([
    ["nobody is signed in", [[/^aws sts/, 254]], "aws configure"],
    ["the AWS CLI is missing", [[/^aws --version/, 127]], "The AWS CLI is missing"],
    [
      "the AWS CLI is old",
      [[/^aws --version/, 0, "aws-cli/1.45.11 Python/3.11"]],
      "AWS CLI 1.45.11 is too old",
    ],
    ["npm is old", [[/^npm --version/, 0, "9.9.9"]], "npm 9.9.9 is too old"],
    ["the certificate is elsewhere", [], "The certificate is in ap-northeast-1", ["-c", abroad]],
    ["the certificate cannot be read", [[/^aws acm/, 254]], "cannot be read"],
    [
      "the certificate is not issued",
      [[/^aws acm/, 0, "PENDING_VALIDATION\texample.com,*.example.com"]],
      "PENDING_VALIDATION, not ISSUED",
    ],
    [
      "the certificate is of another domain",
      [[/^aws acm/, 0, "ISSUED\texample.org,*.example.org"]],
      "does not cover example.com",
    ],
    [
      "the certificate does not cover the API",
      [[/^aws acm/, 0, "ISSUED\texample.com,www.example.com"]],
      "does not cover api.example.com",
    ],
    [
      "the certificate covers one label alone",
      [[/^aws acm/, 0, "ISSUED\t*.example.com"]],
      "does not cover a.b.example.com",
      ["-d", "a.b.example.com"],
    ],
    [
      "no zone is of the domain",
      [[/^aws route53/, 0, "other.org.\tnot-example.com."]],
      "No public hosted zone",
    ],
    ["there is no zone at all", [[/^aws route53/, 0]], "No public hosted zone"],
    ["the zones cannot be listed", [[/^aws route53/, 254]], "cannot be listed"],
    [
      "a secret is missing",
      [[/secret list/, 0, without("TokenKey")]],
      "sst secret set TokenKey --stage production",
    ],
    [
      "a secret is malformed",
      [[/secret list/, 0, `${without("CdnSecret")}CdnSecret=short\n`]],
      "The secret CdnSecret is missing, or not written as",
    ],
    ["the canary has no password", [[/secret list/, 0, without("Canary")]], "sst secret set CanarySecret"],
    ["no secret was ever set", [[/secret list/, 1, "No secrets found"]], "sst secret set AuthSecret"],
    ["the secrets cannot be read", [[/secret list/, 1, "no access"]], "cannot be read"],
  ])("it is seen that %s, and nothing is changed", async (_, answers, why, more) => {
    const { code, said, calls } = await deploy(answers, more)
    expect([code, said]).toEqual([3, expect.stringContaining(why)])
    expect(calling(calls, /sst (deploy|diff)|npm test/)).toEqual([])
    expect(said).not.toContain("x".repeat(43))
  })

  it("it is seen that something is not committed", async () => {
    checkout.write("work.txt", "in progress")
    const { code, said } = await deploy()
    expect([code, said]).toEqual([3, expect.stringContaining("commit or stash")])
  })

  it.each<[string, Answer, string]>([
    ["tests fail", [/^npm test/, 1], "Tests failed; nothing was changed"],
    [
      "the last release could not read this one's rows",
      [/^npm run --silent shapes/, 1],
      "would not read each other's rows",
    ],
  ])("%s: nothing is changed", async (_, answer, why) => {
    const { code, said, calls } = await deploy([answer])
    expect([code, said]).toEqual([4, expect.stringContaining(why)])
    expect(calling(calls, changing)).toEqual([])
  })
})

describe("a deployment", () => {
  const none: Answer = [/ops -- releases target/, 4]

  it.each<[string, number, Answer]>([
    ["that fails", 5, [/sst deploy/, 1, "AccessDenied"]],
    ["that does not work", 6, [/^npm .* verify/, 1]],
  ])("%s, and has nothing to go back to, says so", async (_, expected, answer) => {
    const { code, said, calls } = await deploy([answer, none])
    expect([code, said]).toEqual([expected, expect.stringContaining("no earlier good release to go back to")])
    expect(calling(calls, /record/)).toEqual([expect.stringContaining("--outcome bad")])
    expect(calling(calls, /sst deploy/)).toHaveLength(1)
  })

  it("that meets another one changes nothing, and goes back nowhere", async () => {
    const locked: Answer = [/sst deploy/, 1, "A concurrent update was detected on the app. Run `sst unlock`"]
    const { code, said, calls } = await deploy([locked])
    expect([code, said]).toEqual([5, expect.stringContaining("npx sst unlock --stage production")])
    expect(calling(calls, /record|target/)).toEqual([])
    expect(checkout.git("tag")).toBe("")
  })

  it("that works, but cannot be noted, is no success", async () => {
    const { code, said } = await deploy([[/record/, 1]])
    expect([code, said]).toEqual([6, expect.stringContaining("could not be noted")])
  })

  describe("after another that was good", () => {
    let [first, second, target] = ["", "", none]
    beforeEach(() => {
      first = checkout.git("rev-parse", "HEAD")
      checkout.git("tag", "good-one")
      second = checkout.commit("feat: the second")
      const release = {
        tag: "good-one",
        commit: first,
        domain: "example.com",
        certificate,
        running: "bad-one",
      }
      target = [/ops -- releases target/, 0, JSON.stringify(release)]
    })

    it.each<[string, number, RegExp]>([
      ["that fails", 5, /sst deploy/],
      ["whose health is bad", 6, /^curl .*health/],
      ["whose site does not answer", 6, /^curl .*I/],
      ["whose canary cannot be enrolled", 6, /^npm .*canary enrol/],
      ["that is not verified", 6, /^npm .* verify/],
    ])("%s is noted as bad, and the other one deployed and verified again", async (_, expected, failing) => {
      const { code, said, calls } = await deploy([[failing, 1, "", 1], target])
      expect([code, said]).toEqual([expected, expect.stringContaining("the last good release is again")])
      expect(checkout.deployed()).toEqual([second, first])
      expect(calling(calls, /record/)).toEqual([
        expect.stringMatching(new RegExp(`--commit ${second} .*--outcome bad`)),
        expect.stringMatching(
          new RegExp(`--tag good-one --commit ${first} .*--outcome good .*--instead-of bad-one`),
        ),
      ])
      expect(calling(calls, /^npm .* verify/).length).toBeGreaterThan(0)
    })

    it("is gone back to also when the failure cannot be noted", async () => {
      const { code, said } = await deploy([[/^npm .* verify/, 1, "", 1], [/record/, 1, "", 1], target])
      expect([code, said]).toEqual([6, expect.stringContaining("could not be noted")])
      expect(checkout.deployed()).toEqual([second, first])
    })

    it.each<[string, Answer[]]>([
      ["cannot be installed", [[/^npm ci/, 1]]],
      ["cannot be deployed", [[/sst deploy/, 1]]],
      ["does not work either", [[/^npm .* verify/, 1]]],
      ["leaves the CDN as it was", [[/cache invalidate/, 1]]],
    ])("which %s: it is loud, and its exit code is 7", async (_, answers) => {
      const { code, said, calls } = await deploy([...answers, [/^npm .* verify/, 1, "", 1], target])
      expect([code, said]).toEqual([7, expect.stringContaining("ROLLING BACK FAILED AS WELL")])
      expect(said).toContain("unknown state")
      expect(calling(calls, /record/)).toHaveLength(2)
      expect(calling(calls, /--outcome good/)).toEqual([])
    })

    it("is tried when nobody knows whether there is one: then it is loud as well", async () => {
      const { code, said } = await deploy([
        [/^npm .* verify/, 1, "", 1],
        [/ops -- releases target/, 1],
      ])
      expect([code, said]).toEqual([7, expect.stringContaining("ROLLING BACK FAILED AS WELL")])
    })
  })
})
