import { readdirSync, readFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import path from "node:path"
import type { Metafile } from "esbuild"
import { describe, expect, it } from "vitest"
import lock from "../package-lock.json"
import { budgets } from "./budgets"
import { functionNames, functionsFolder, serverFolder } from "./places"
import { zipSize } from "./zip-size"

const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" })
const metaOf = (name: string): Metafile =>
  JSON.parse(readFileSync(path.join(functionsFolder, `${name}.meta.json`), "utf8"))

/** `core/id.ts` where it is ours, `zod` where it is a package. */
const origin = (input: string) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input
/** Packages that nothing but development needs. */
const forDevelopment = (name: string) =>
  (lock.packages as Record<string, { dev?: boolean }>)[`node_modules/${name}`]?.dev === true

describe.each(functionNames)("%s", (name) => {
  const { inputs, outputs } = metaOf(name)
  const origins = [...new Set(Object.keys(inputs).map(origin))]

  it("holds core and what core needs: no framework, nothing of tests, of development, of the site", () => {
    const ours = origins.filter((from) => from.includes("/") && !from.startsWith("@"))
    expect(ours.filter((file) => !/^(core|functions|messages|i18n)\//.test(file))).toEqual([])
    const packages = origins.filter((from) => !ours.includes(from))
    expect(packages).toContain("zod")
    expect(packages.filter((from) => /^(next|react|next-.*|react-.*|@next\/.*)$/.test(from))).toEqual([])
    expect(packages.filter(forDevelopment)).toEqual([])
  })

  it("leaves outside what Node brings, and what is installed beside it", () => {
    const external = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path: to }) => to))
    const strangers = external.filter((to) => !isBuiltin(to) && to !== "sharp")
    expect(strangers).toEqual([])
    expect(external.includes("sharp")).toBe(name === "photo-uploaded")
  })

  it("has no source map in its package, and keeps within its size", async () => {
    const folder = path.join(functionsFolder, name)
    expect(filesOf(folder).filter((file) => /^[^/]*\.map$/.test(file))).toEqual([])
    expect((await zipSize(folder)).zip).toBeLessThan(budgets.zip[name] ?? 0)
  })
})

describe("the server", () => {
  const files = filesOf(serverFolder)

  it("has the packages that Next looks for, and no image library", () => {
    const packages = [...new Set(files.filter((file) => file.includes("node_modules/")).map(origin))]
    expect(packages).toEqual(expect.arrayContaining(["next", "react", "react-dom"]))
    expect(packages.filter((from) => forDevelopment(from) || /sharp|^@img|libheif/.test(from))).toEqual([])
  })

  it("has no source map, no environment file and nothing of tests in it", () => {
    expect(files.filter((file) => /\.map$|(^|\/)\.env|\.test\.|(^|\/)testing\//.test(file))).toEqual([])
  })

  it("keeps within its size", async () => {
    expect((await zipSize(serverFolder)).zip).toBeLessThan(budgets.zip.server ?? 0)
  })

  it("needs no second function: the one for images is empty of its library", () => {
    const images = filesOf(path.join(serverFolder, "../../image-optimization-function"))
    expect(images).toContain("index.mjs")
    expect(images.filter((file) => file.startsWith("node_modules"))).toEqual([])
  })
})
