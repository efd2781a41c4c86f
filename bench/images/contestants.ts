import type { Photo } from "./photos"
import { runWay } from "./run-way"
import { makeWith, startOf, type Tool } from "./tools"
import type { Usage } from "./usage"

/** Makes the files of a photo in a folder, in processes of its own, and says what that took. */
export type Contestant = { name: string; run: (photo: Photo, folder: string) => Promise<Usage> }

const ways = ["eager", "fast", "naive", "webp", "decode"] as const

export async function contestantsOf(tools: Tool[], tiny: Photo): Promise<Contestant[]> {
  const ours = ways.map((way) => ({
    name: way,
    run: (photo: Photo, folder: string) => runWay(way, photo.file, tiny.file, folder),
  }))
  const theirs = tools.map(async (tool) => {
    const start = await startOf(tool)
    return { name: tool.name, run: (photo: Photo, folder: string) => makeWith(tool, photo, folder, start) }
  })
  return [...ours, ...(await Promise.all(theirs))]
}
