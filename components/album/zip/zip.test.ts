import { downloadZip } from "client-zip"
import { describe, expect, it } from "vitest"
import { fromBuffer } from "yauzl"
import type { PostView } from "@/core/post/post.schema"
import { zipFiles } from "./files"
import { endingOf, namer, safeName } from "./names"

describe("names in an archive", () => {
  it.each([
    ["../../etc/passwd", "etc passwd"],
    ["C:\\Windows\\system32", "C Windows system32"],
    ["a/b*c?\u0000\u202Ed.exe", "a b c d.exe"],
    ["...", ""],
    ["  spaced \n out  ", "spaced out"],
    ["con", "_con"],
    ["NUL.txt", "_NUL.txt"],
    ["函館の港、朝", "函館の港、朝"],
    ["e\u0301te\u0301", "été"],
  ])("%j is called %j", (text, name) => {
    expect(safeName(text)).toBe(name)
  })

  it("are cut between characters, and short enough for every system", () => {
    const name = safeName("👨‍👩‍👧‍👦".repeat(40))
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120)
    expect([...name].length % [..."👨‍👩‍👧‍👦"].length).toBe(0)
  })

  it("are each there once, in the order of the album", () => {
    const name = namer()
    expect([name("Fog", "jpg"), name("fog", "jpg"), name("", "avif")]).toEqual([
      "0001 Fog.jpg",
      "0002 fog.jpg",
      "0003.avif",
    ])
  })

  it("end as their bytes are", () => {
    expect([
      endingOf("image/jpeg", "x"),
      endingOf(null, "https://s/a.avif?X=1"),
      endingOf("text/html", "x"),
    ]).toEqual(["jpg", "avif", "bin"])
  })
})

const post = (n: number, own = false) =>
  ({
    caption: `Caption ${n}`,
    createdAt: "2026-10-04T10:00:00.000Z",
    viewer: { own },
    photos: [
      {
        photoId: `pho_${n}`,
        altText: n % 2 ? "" : "A path / a wood",
        variants: [{ url: "/x/640.avif", type: "image/avif", width: 640, height: 480 }],
      },
    ],
  }) as unknown as PostView

async function* some(posts: PostView[], failing = false) {
  yield* posts
  if (failing) throw new Error("not_found")
}

const words = { missing: "Missing:", ended: "Not to its end." }
const bytesOf = (text: string, type = "image/avif") =>
  new Response(text, { headers: { "content-type": type } })

async function zipped(posts: AsyncIterable<PostView>, get: (address: string) => Promise<Response>) {
  const told = { photos: 0, bytes: 0, skipped: 0, isWhole: true }
  const files = zipFiles({
    posts,
    get,
    words,
    onPhoto: () => told.photos++,
    onBytes: (count) => {
      told.bytes += count
    },
    onSkipped: () => told.skipped++,
    onEnded: () => {
      told.isWhole = false
    },
  })
  const archive = Buffer.from(await downloadZip(files).arrayBuffer())
  return { told, found: await unzipped(archive) }
}

const unzipped = (archive: Buffer) =>
  new Promise<Record<string, string>>((resolve, reject) => {
    const found: Record<string, string> = {}
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on("end", () => resolve(found))
      zip.on("error", reject)
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault)
          const parts: Buffer[] = []
          stream.on("data", (part) => parts.push(part))
          stream.on("end", () => {
            found[entry.fileName] = Buffer.concat(parts).toString()
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })

describe("the archive of an album", () => {
  it("has every photo: the original of one's own, the largest variant of others", async () => {
    const asked: string[] = []
    const { told, found } = await zipped(some([post(0), post(1, true)]), async (address) => {
      asked.push(address)
      return bytesOf(address)
    })
    expect(asked).toEqual(["/api/media/pho_0/640.avif?download=1", "/api/media/pho_1/original"])
    expect(found).toEqual({
      "0001 A path a wood.avif": "/api/media/pho_0/640.avif?download=1",
      "0002 Caption 1.avif": "/api/media/pho_1/original",
    })
    expect(told).toEqual({ photos: 2, bytes: 61, skipped: 0, isWhole: true })
  })

  it("leaves out what cannot be read, and says so in a list", async () => {
    const answers = [new Response("", { status: 404 }), bytesOf("fine")]
    const { told, found } = await zipped(some([post(0), post(2), post(4)]), async () => {
      const answer = answers.shift()
      if (!answer) throw new TypeError("no connection")
      return answer
    })
    expect(found["0001 A path a wood.avif"]).toBe("fine")
    expect(found["0000 README.txt"]).toBe("Missing:\npho_0 404 A path / a wood\npho_4 A path / a wood\n")
    expect(told).toMatchObject({ photos: 1, skipped: 2 })
  })

  it("goes on when a line is cut in a photo", async () => {
    const cut = new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode("half")),
        pull: (controller) => controller.error(new TypeError("cut")),
      }),
      { headers: { "content-type": "image/avif" } },
    )
    const answers = [cut, bytesOf("whole")]
    const { found } = await zipped(some([post(0), post(1)]), async () => answers.shift() as Response)
    expect(found["0002 Caption 1.avif"]).toBe("whole")
    expect(found["0000 README.txt"]).toContain("0001 A path a wood.avif")
  })

  it("ends with what was there when somebody is taken out of the album meanwhile, and says so", async () => {
    const { told, found } = await zipped(some([post(0)], true), async () => bytesOf("seen"))
    expect(found).toEqual({ "0001 A path a wood.avif": "seen", "0000 README.txt": "Not to its end.\n" })
    expect(told).toMatchObject({ photos: 1, isWhole: false })
  })

  it("stops when it is cancelled", async () => {
    const controller = new AbortController()
    const files = zipFiles({
      posts: some([post(0), post(1)]),
      get: async () => bytesOf("x"),
      words,
      onPhoto: () => controller.abort(),
      onBytes: () => undefined,
      onSkipped: () => undefined,
      onEnded: () => undefined,
      signal: controller.signal,
    })
    await expect(downloadZip(files).arrayBuffer()).rejects.toThrow()
  })
})
