import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import type { Refusal } from "./bombs"
import { contestantsOf } from "./contestants"
import { writeInto } from "./document"
import { figuresOf } from "./figures"
import { help, type Options, readOptions } from "./options"
import { makePhotos, ownPhotos, photoOf } from "./photos"
import { type Quality, qualityOf } from "./quality"
import { type Results, report } from "./report"
import { measure } from "./rounds"
import { runModule } from "./run-way"
import { isMet, targetsOf } from "./targets"
import { findTools, type Tool } from "./tools"

export const summary = "our image pipeline beside the naive way, vipsthumbnail and ImageMagick"

const document = new URL("../../docs/performance.md", import.meta.url)

export async function run(args: string[]): Promise<number> {
  const options = optionsOf(args)
  if (options === undefined || options.help) {
    console.log(help)
    return options === undefined ? 1 : 0
  }
  const folder = await mkdtemp(join(tmpdir(), "bench-images-"))
  try {
    const results = await benchmark(options, folder)
    const text = report(results)
    console.log(text)
    if (options.write) await writeInto(document, text)
    return options.assert && !results.targets.every(isMet) ? 1 : 0
  } finally {
    await rm(folder, { recursive: true })
  }
}

function optionsOf(args: string[]): Options | undefined {
  try {
    return readOptions(args)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(error.message)
    return undefined
  }
}

async function benchmark({ rounds, photos: own, quick }: Options, folder: string): Promise<Results> {
  say("Making the photos")
  const tiny = await tinyPhoto(folder)
  const photos = own ? await ownPhotos(own) : await makePhotos(folder, quick)
  const { tools, missing } = await findTools(tiny, folder)
  for (const tool of missing) say(tool)
  const contestants = await contestantsOf(tools, tiny)
  const refusals = await runModule<Refusal[]>("./bombs.ts")
  const measurements = await measure(contestants, photos, { rounds, folder, onStep: say })
  const qualities: Quality[] = []
  for (const photo of photos) {
    say(`Comparing quality: ${photo.name}`)
    qualities.push(await qualityOf(photo, measurements))
  }
  const figures = qualities.map(figuresOf)
  return {
    targets: targetsOf(figures, refusals),
    figures,
    qualities,
    refusals,
    notes: notesOn(rounds, tools, missing),
  }
}

function notesOn(rounds: number, tools: Tool[], missing: string[]): string[] {
  const { sharp: library, vips, aom } = sharp.versions
  const versions = tools.map(({ name, version }) => `${name} ${version}`)
  return [
    `${rounds === 1 ? "One round" : `Medians of ${rounds} rounds`}; memory is the largest of all.`,
    `Node ${process.versions.node}, sharp ${library} (libvips ${vips}, libaom ${aom}), ${process.arch}.`,
    ...(versions.length > 0 ? [`${versions.join(", ")}.`] : []),
    ...missing.map((tool) => `Not measured: ${tool}.`),
  ]
}

/** For the first, uncounted use of everything. */
async function tinyPhoto(folder: string) {
  const file = join(folder, "tiny.jpg")
  await sharp({ create: { width: 64, height: 48, channels: 3, background: "#c63" } })
    .jpeg()
    .toFile(file)
  return photoOf(file, "tiny")
}

/** Progress is not part of the result, which may be redirected. */
const say = (text: string) => console.error(text)
