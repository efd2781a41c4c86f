import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { iccChunk, withChunks } from "./fixtures/containers"
import { processedElsewhere } from "./fixtures/elsewhere"
import { textured } from "./fixtures/pictures"
import { matrixProfile, SPACES } from "./fixtures/profiles"

const heic = readFileSync(new URL("./fixtures/heic/exif.heic", import.meta.url))

it("the same photo gives the same bytes, in this process and in any other", async () => {
  const formats = ["jpeg", "png", "webp", "avif", "gif"] as const
  const made = await Promise.all(formats.map((format) => textured(340, 200).toFormat(format).toBuffer()))
  const png = await textured(200, 120).png().toBuffer()
  const [p3, adobe] = [SPACES.p3, SPACES.adobe].map(({ colorants, curve }) =>
    withChunks(png, iccChunk(matrixProfile(colorants, curve))),
  )
  const files = [...made, heic, p3 ?? png, adobe ?? png]
  const [here, there] = await Promise.all([
    processedElsewhere([...files, ...files]),
    processedElsewhere(files.toReversed()),
  ])
  const sums = here.map(({ sha256 }) => sha256)
  expect(here.map(({ outcome }) => outcome)).toEqual(Array(16).fill("taken"))
  expect(sums.slice(files.length)).toEqual(sums.slice(0, files.length))
  expect(there.map(({ sha256 }) => sha256).toReversed()).toEqual(sums.slice(0, files.length))
  expect(new Set(sums).size).toBe(files.length)
}, 60_000)
