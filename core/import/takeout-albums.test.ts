import { describe, expect, it } from "vitest"
import { plannedOf } from "../../testing/plan"
import { album, takeoutArchive } from "../../testing/takeout"
import { takeout } from "./takeout"

const long = "Some very long name of a photo that was cut of"
const shot = (path: string, sidecar?: string) => ({
  path,
  bytes: Buffer.from(path),
  takenAt: 1_500_000_000,
  ...(sidecar ? { sidecar } : {}),
})

const about = (name: string, said: unknown) => ({
  name: `Takeout/Google Photos/Sea/${name}.json`,
  bytes: JSON.stringify(said),
})

/** The titles of the albums that would be made, and how many things were read for that. */
async function albumsOf(...files: Buffer[]) {
  const { planned, looked } = await plannedOf(takeout, files)
  const titles = planned.flatMap((one) =>
    one.kind === "fact" ? [(one.data as { title: string }).title] : [],
  )
  return { titles, looked }
}

describe("what an album is called", () => {
  it("is not what one of its photos is called whose words have a name that was cut", async () => {
    const cut = shot(`Sea/${long} in the sea.jpg`, `${long}.json`)
    expect(await albumsOf(takeoutArchive([cut]))).toEqual({ titles: [], looked: [] })
    const named = takeoutArchive([cut], [album("Sea", "The sea")])
    expect((await albumsOf(named)).titles).toEqual(["The sea"])
  })

  it("is not what a photo is called that is not there", async () => {
    const archive = takeoutArchive([shot("Sea/a.jpg")], [about("b", { title: "b", photoTakenTime: {} })])
    expect((await albumsOf(archive)).titles).toEqual([])
  })

  it("stands on one line", async () => {
    const archive = takeoutArchive([shot("Sea/a.jpg")], [album("Sea", "The sea\n in  June")])
    expect((await albumsOf(archive)).titles).toEqual(["The sea in June"])
  })

  it("is found among thousands of such words, of which few are read", async () => {
    const gone = Array.from({ length: 2000 }, (_, i) => {
      const title = `${String(i).padStart(6, "0")} ${long}`.slice(0, 46)
      return about(title, { title, photoTakenTime: { timestamp: "1" } })
    })
    const sea = about("メタデータ", { title: "海", date: { timestamp: "1" } })
    const archive = takeoutArchive([shot("Sea/a.jpg")], [...gone, sea])
    expect(await albumsOf(archive)).toEqual({ titles: ["海"], looked: [sea.name] })
    const { looked } = await albumsOf(takeoutArchive([shot("Sea/a.jpg")], gone))
    expect(looked.length).toBeLessThan(20)
  })
})
