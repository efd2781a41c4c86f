import { describe, expect, it } from "vitest"
import { type Packed, zipped } from "../../testing/zip"
import { entriesOf, maxEntries, type ReadRange } from "./zip"
import { readEntry } from "./zip-entry"

const most = 1000
const rangeOf =
  (bytes: Buffer): ReadRange =>
  async (start, end) =>
    bytes.subarray(start, end)
const listed = (bytes: Buffer) => entriesOf(rangeOf(bytes), bytes.length)

/** What becomes of the first thing of an archive: its words, or why there are none. */
async function first(...files: Packed[]): Promise<string> {
  const archive = zipped(files)
  const [entry] = await listed(archive)
  if (!entry) return "nothing"
  return readEntry(rangeOf(archive), entry, most).then(
    (bytes) => bytes.toString(),
    (error) => error.reason,
  )
}
const why = (archive: Buffer) =>
  listed(archive).then(
    () => "fine",
    ({ reason }) => reason,
  )

describe("an honest archive", () => {
  it("is read thing by thing, stored or deflated, without its folders", async () => {
    const archive = zipped([
      { name: "folder/" },
      { name: "a.txt", bytes: "stored" },
      { name: "写真/b 😀.txt", bytes: "deflated ".repeat(50), deflate: true },
    ])
    const entries = await listed(archive)
    expect(entries.map(({ path }) => path)).toEqual(["a.txt", "写真/b 😀.txt"])
    const texts = await Promise.all(entries.map((entry) => readEntry(rangeOf(archive), entry, most)))
    expect(texts.map(String)).toEqual(["stored", "deflated ".repeat(50)])
  })

  it("may have names in the code page of DOS", async () => {
    const [entry] = await listed(zipped([{ name: Buffer.from([0x63, 0x61, 0x66, 0x82, 0x2e, 0x6a]) }]))
    expect(entry?.path).toBe("café.j")
  })
})

describe("a thing that must not be read", () => {
  it.each([
    "../../etc/passwd",
    "a/../../b.jpg",
    "/etc/passwd",
    "C:/windows/a.jpg",
    "c:a.jpg",
    "a\\..\\b.jpg",
    "a\0.jpg",
    "a\n.jpg",
    "..",
  ])("is one called %j", async (name) => {
    expect(await first({ name, bytes: "x" })).toBe("unsafe_path")
  })

  it("hides no other", async () => {
    const archive = zipped([
      { name: "../a.jpg", bytes: "bad" },
      { name: "b.jpg", bytes: "good" },
    ])
    const [, good] = await listed(archive)
    expect(good && String(await readEntry(rangeOf(archive), good, most))).toBe("good")
  })

  it.each<[string, Partial<Packed>]>([
    ["symlink", { symlink: true }],
    ["encrypted", { claims: { flags: 1 } }],
    ["unsupported_compression", { claims: { method: 14 } }],
    ["unreadable", { claims: { crc: 1 } }],
    ["unreadable", { bytes: "no deflate at all", claims: { method: 8, size: 500 } }],
    ["too_large", { bytes: "y".repeat(most + 1) }],
    ["bomb", { bytes: "y".repeat(900), deflate: true, claims: { size: 10 } }],
    ["unreadable", { bytes: "y".repeat(900), deflate: true, claims: { size: 950 } }],
    ["bomb", { bytes: Buffer.alloc(5_000_000), deflate: true }],
  ])("is one that is %s", async (reason, packed) => {
    expect(await first({ name: "a.jpg", bytes: "x", ...packed })).toBe(reason)
  })

  it("is one whose bytes lie over those of another, or beyond the end", async () => {
    const archive = zipped([
      { name: "a", bytes: "one" },
      { name: "b", bytes: "two", claims: { offset: 0 } },
      { name: "c", bytes: "three" },
    ])
    expect((await listed(archive)).map(({ fault }) => fault)).toEqual(["overlap", "overlap", undefined])
    expect(await first({ name: "a", bytes: "x", claims: { compressed: 900, size: 900 } })).toBe("overlap")
  })

  it("never inflates beyond what it says, however much there is", async () => {
    const archive = zipped([
      { name: "a", bytes: Buffer.alloc(50_000_000), deflate: true, claims: { size: 900 } },
    ])
    const [entry] = await listed(archive)
    const before = process.memoryUsage().arrayBuffers
    const read = entry && readEntry(rangeOf(archive), { ...entry, compressed: entry.compressed }, 60_000_000)
    await expect(read).rejects.toMatchObject({ reason: "bomb" })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000)
  })
})

describe("an archive as a whole", () => {
  const honest = zipped([{ name: "a.jpg", bytes: "x".repeat(200) }])

  it("has to be one", async () => {
    expect(await why(Buffer.from("This is no archive, but it is long enough to be one."))).toBe("not_zip")
    expect(await why(Buffer.alloc(22))).toBe("not_zip")
  })

  it("is damaged when its directory is cut, or missing", async () => {
    const cut = Buffer.concat([honest.subarray(0, 250), honest.subarray(-22)])
    expect(await why(cut)).toBe("damaged")
    expect(await why(honest.subarray(0, -30))).toBe("not_zip")
  })

  it("holds no more than any real one does", async () => {
    const many = Buffer.from(honest)
    many.writeUInt16LE(0xffff, many.length - 12)
    expect(["damaged", "too_many_entries"]).toContain(await why(many))
    expect(maxEntries).toBe(200_000)
    const claims = { size: 0xfffffff0, compressed: 0xfffffff0 / 150 }
    expect(
      await why(
        zipped([
          { name: "a", claims },
          { name: "b", claims },
        ]),
      ),
    ).toBe("bomb")
  })
})

it("an archive that storage did not give to the end is not damaged", async () => {
  const archive = zipped([{ name: "a.txt", bytes: "a" }])
  const cut = () => Promise.reject(new Error("the line is cut"))
  await expect(entriesOf(cut, archive.length)).rejects.toThrow("the line is cut")
})
