import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { S3Client } from "@aws-sdk/client-s3"
import { beforeAll, describe, expect, it } from "vitest"
import { startDesk } from "../../local/desk/server"
import { api } from "../../testing/api"
import { uploaded } from "../../testing/events"
import { given } from "../../testing/given"
import { logLines } from "../../testing/log-lines"
import { table } from "../table"
import { epoch } from "../time"
import { Cost } from "./index"
import { countOf, together, withPeople } from "./people"

const line = (fields: object) => JSON.stringify({ level: "INFO", ...fields })
/** Within a millionth: floating point. */
const about = (value: number) => expect.closeTo(value, value === 0 ? 9 : 6 - Math.floor(Math.log10(value)))

describe("hand-computed workloads", () => {
  it("a thousand photos of 4 MB in Tokyo", () => {
    const photo = [
      // 300 ms of 1769 MB; 3.5 units read, 6 written.
      ["api", { message: "request", route: "/api/uploads", duration: 300, readUnits: 3.5, writeUnits: 6 }],
      ["image-processing", { message: "photo ready", bytes: 4_000_000, variantBytes: 1_000_000 }],
      // 4 s of 1769 MB; 9 variants and a copy written, the original read.
      [
        "image-processing",
        {
          message: "call ended",
          duration: 4000,
          readUnits: 2,
          writeUnits: 8,
          storageReads: 1,
          storageWrites: 10,
        },
      ],
    ] as const
    const tally = Cost.sumOf(
      Array.from({ length: 1000 }, () =>
        Cost.sumOf(photo.map(([name, fields]) => Cost.tallyOf(name, [line(fields)]))),
      ),
    )
    const bytes = (at: number) => Buffer.byteLength(line(photo[at]?.[1] ?? {}))
    const { of } = Cost.pricesOf("ap-northeast-1")
    // What is multiplied below, from the table: so many dollars for a million, a GB-second, a GB.
    expect(of).toMatchObject({
      calls: 0.2e-6,
      apiCalls: 1.29e-6,
      gbSeconds: 0.0000133334,
      readUnits: about(0.1425e-6),
      writeUnits: about(0.715e-6),
      storageReads: about(0.37e-6),
      storageWrites: about(4.7e-6),
    })
    // upload, a photo: 0.2 + 1.29 (calls) + 1.7275390625 GB × 0.3 s × 13.3334 = 6.9102 + 3.5 × 0.1425 = 0.49875
    // + 6 × 0.715 = 4.29: 13.1889 millionths of a dollar, and the log.
    const upload = (0.2 + 1.29 + 6.9101908 + 0.49875 + 4.29) / 1000 + (1000 * bytes(0) * 0.76) / 1024 ** 3
    // process: 0.2 + 1.7275390625 × 4 × 13.3334 = 92.1359 + 2 × 0.1425 + 8 × 0.715 + 1 × 0.37 + 11 × 4.7: the bytes
    // themselves were put by the browser, which is the eleventh. 150.4109 millionths, and the log.
    const process =
      (0.2 + 92.1358773 + 0.285 + 5.72 + 0.37 + 51.7) / 1000 +
      (1000 * (bytes(1) + bytes(2)) * 0.76) / 1024 ** 3
    const view = Cost.viewOf(tally, {
      since: "2026-11-01",
      until: "2026-11-30",
      days: 30,
      region: "ap-northeast-1",
    })
    expect(view.bill.upload?.total).toBeCloseTo(upload, 7)
    expect(view.bill.process?.total).toBeCloseTo(process, 7)
    expect(view.total).toBeCloseTo(upload + process, 7)
    expect(view).toMatchObject({ photos: 1000, people: 0, days: 30 })
    // 5 MB kept for a month: 5,000,000 ÷ 1,073,741,824 × 0.025 = 0.00011642 dollars.
    expect(view.perPhoto).toMatchObject({
      making: about((upload + process) / 1000),
      keeping: about(0.000116415322),
    })
    expect(view.per1000Photos).toBeCloseTo(upload + process + 0.116415322, 7)
  })

  it("a day of ten people who look and write, in us-east-1", () => {
    const people = Array.from({ length: 10 }, (_, i) => `usr_${i}`)
    const lines = people.flatMap((user_id) => [
      // A page is 100 ms and 8 units; it comes past API Gateway.
      line({ message: "page", route: "/", user_id, duration: 100, readUnits: 8 }),
      line({ message: "request", route: "/api/search", user_id, duration: 50, readUnits: 4 }),
      line({
        message: "request",
        route: "/api/auth/[...nextauth]",
        duration: 200,
        readUnits: 1,
        writeUnits: 2,
      }),
      line({ message: "anything else", user_id }),
    ])
    const view = Cost.viewOf(
      Cost.sumOf([
        Cost.tallyOf("api", lines),
        Cost.tallyOf("table-changed", [line({ message: "call ended", duration: 1000, writeUnits: 30 })]),
        Cost.tallyOf("digest", [line({ message: "call ended", duration: 0, mails: 10 })]),
      ]),
      { since: "2026-11-28", until: "2026-11-28", days: 1, region: "us-east-1" },
    )
    expect(view.people).toBe(10)
    const meters = (feature: keyof typeof view.bill) => {
      const { logBytes, ...rest } = view.bill[feature]?.meters ?? {}
      return rest
    }
    // 10 × 1.7275390625 GB × 0.1 s = 1.7275 GB-s; ten calls at 0.2 a million; 80 units at 0.125 a million.
    expect(meters("feed")).toEqual({
      calls: about(2e-6),
      gbSeconds: about(2.30339697e-5),
      readUnits: about(1e-5),
    })
    expect(meters("search")).toEqual({
      calls: about(2e-6),
      apiCalls: about(1e-5),
      gbSeconds: about(1.15169849e-5),
      readUnits: about(5e-6),
    })
    expect(meters("sign-in")).toMatchObject({ readUnits: about(1.25e-6), writeUnits: about(1.25e-5) })
    // 1 GB-s, 30 units at 0.625 a million.
    expect(meters("follow-up")).toMatchObject({ gbSeconds: about(1.33334e-5), writeUnits: about(1.875e-5) })
    // Ten mails at 0.10 a thousand.
    expect(meters("notifications")).toMatchObject({ mails: about(0.001) })
    expect(view.perPerson).toBeCloseTo(view.total / 10, 12)
    expect(view.perPhoto).toBeUndefined()
  })

  it("a region without prices has those of us-east-1, and says so", () => {
    expect(Cost.viewOf(Cost.nothing(), { since: "", until: "", days: 0, region: "eu-west-3" })).toMatchObject(
      {
        region: "us-east-1",
        total: 0,
      },
    )
  })
})

it.each([
  ["/api/feed/home", "feed"],
  ["/", "feed"],
  ["/p", "share"],
  ["/api/posts/[postId]/comments", "share"],
  ["/api/users/[handle]", "profile"],
  ["/api/me/follow-requests", "profile"],
  ["/api/me/notification-settings", "notifications"],
  ["/api/auth/[...nextauth]", "sign-in"],
  ["/api/me/sessions/[sid]", "sign-in"],
  ["/api/photos/[photoId]/retry", "upload"],
  ["/api/tags/[tag]", "search"],
  ["/health", "operations"],
  [undefined, "operations"],
])("%s is for %s", (route, feature) => expect(Cost.featureOf("api", route)).toBe(feature))

it("people are counted once, whatever the days, and cannot be told", () => {
  const people = Array.from({ length: 3000 }, (_, i) => `usr_${i}`)
  const monday = withPeople("", people.slice(0, 2000))
  const tuesday = withPeople(withPeople("", people.slice(1000, 2500)), people.slice(2500))
  const both = countOf(together([monday, tuesday]))
  expect(Math.abs(both - 3000) / 3000).toBeLessThan(0.08)
  expect(countOf(withPeople("", people.slice(0, 12)))).toBe(12)
  expect(countOf(together([]))).toBe(0)
})

it("what a call uses is on its line: units of the table, requests to storage", async () => {
  const ada = await given.person()
  const bytes = await given.jpeg()
  const { lines } = await logLines(async () => {
    const { upload } = await given.upload(ada, bytes)
    await uploaded(upload, bytes)
    await api("GET /api/feed/home", { as: ada })
  })
  const [feed, processed] = [
    lines.find(({ message }) => message === "request"),
    lines.find(({ message }) => message === "call ended"),
  ]
  expect(feed?.readUnits).toBeGreaterThan(0)
  expect(feed?.writeUnits).toBeUndefined()
  expect(processed).toMatchObject({ readUnits: expect.any(Number), writeUnits: expect.any(Number) })
  // Every variant, and the copy of the original; listing what is removed counts as well.
  const { variants } = lines.find(({ message }) => message === "photo ready") ?? {}
  expect(processed?.storageWrites).toBeGreaterThan(Number(variants))
  const { uses, photos, photoBytes } = Cost.tallyOf(
    "image-processing",
    lines.filter(({ message }) => message !== "request").map((one) => JSON.stringify(one)),
  )
  expect([photos, uses.process?.readUnits]).toEqual([1, processed?.readUnits])
  expect(photoBytes).toBeGreaterThan(bytes.length)
})

describe("the day's row", () => {
  let folder: string
  beforeAll(async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "cost-"))
    folder = path.join(dataDir, "logs")
    const storage = { s3: new S3Client({}), mediaBucket: "media" }
    const desk = await startDesk({ port: 0, dataDir, mailFolder: dataDir, ...storage })
    process.env.AWS_ENDPOINT_URL_CLOUDWATCH_LOGS = desk.url
    return async () => {
      await desk.close()
      await rm(dataDir, { recursive: true })
    }
  })
  const noon = Date.parse("2026-11-28T12:00:00Z")
  const at = (time: string) => new Date(time).toISOString()

  it("is written from the logs, each line once, and ends at midnight", async () => {
    await mkdir(folder, { recursive: true })
    const request = (time: string) =>
      line({ timestamp: at(time), message: "request", route: "/api/posts", duration: 10, writeUnits: 5 })
    await writeFile(
      path.join(folder, "api.log"),
      ["2026-11-27T23:00:00Z", "2026-11-28T09:00:00Z", "2026-11-28T11:00:00Z", "2026-11-29T00:30:00Z"]
        .map((time) => `${request(time)}\n`)
        .join(""),
    )
    const read = await Cost.rollUp(noon)
    expect(read).toEqual({ since: Date.parse("2026-11-28T00:00:00Z"), until: noon - 120_000 })
    const shares = async () =>
      (await Cost.daysOf("2026-11-27", "2026-11-30")).map(({ day, tally }) => [
        day,
        tally.uses.share?.writeUnits,
      ])
    expect(await shares()).toEqual([["2026-11-28", 10]])
    // Again: nothing is new. Two at a time: one is told.
    expect(await Cost.rollUp(noon)).toBeUndefined()
    const later = Date.parse("2026-11-29T01:00:00Z")
    const both = await Promise.all([Cost.rollUp(later), Cost.rollUp(later)])
    expect(both.filter((one) => one).length).toBe(1)
    expect(await Cost.rollUp(later)).toEqual({
      since: Date.parse("2026-11-29T00:00:00Z"),
      until: later - 120_000,
    })
    expect(await shares()).toEqual([
      ["2026-11-28", 10],
      ["2026-11-29", 5],
    ])
    expect(await Cost.ofDays("2026-11-28", "2026-11-29", "us-east-1")).toMatchObject({
      days: 2,
      bill: { share: { meters: { writeUnits: about(15 * 0.625e-6) } } },
    })
  })

  it("is gone after a bit more than a year", async () => {
    const { data } = await table().costDay.get({ day: "2026-11-28" }).go()
    expect(Math.abs((data?.expires ?? 0) - epoch() - 400 * 86_400)).toBeLessThan(600)
  })
})
