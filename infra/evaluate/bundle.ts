import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath } from "node:url"
import type * as Esbuild from "esbuild"
import { platform, root } from "./platform"

const banner = [
  'import { createRequire as __require } from "node:module"',
  "const require = __require(import.meta.url)",
  'import { fileURLToPath as __path } from "node:url"',
  "const __filename = __path(import.meta.url)",
  'const __dirname = __path(new URL(".", import.meta.url))',
].join("\n")

/** What the platform loads from its own packages, once. */
const external =
  "@pulumi/* @pulumiverse/* @sst-provider/* @aws-sdk/* undici esbuild archiver glob vite".split(" ")

/** The program, and what runs it in a process of its own. */
export type Bundle = { program: string; runner: string; remove: () => void }

/**
 * Bundles sst.config.ts with the platform as SST's own CLI does: with its components and providers as globals.
 */
export async function bundleConfig(config = path.join(root, "sst.config.ts")): Promise<Bundle> {
  const esbuild = createRequire(path.join(platform, "package.json"))("esbuild") as typeof Esbuild
  const src = path.join(platform, "src")
  const folder = path.join(platform, ".evaluate")
  mkdirSync(folder, { recursive: true })
  const [program = "", runner = ""] = ["program", "runner"].map((name) =>
    path.join(folder, `${name}-${process.pid}-${Date.now()}.mjs`),
  )
  const as = { bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "silent" } as const
  const entry = fileURLToPath(new URL("runner.ts", import.meta.url))
  // As JavaScript: a loader that translates would look at each of the provider's thousands of files.
  await esbuild.build({ ...as, entryPoints: [entry], outfile: runner })
  await esbuild.build({
    ...as,
    stdin: {
      contents: [
        `import "${globals(src)}"`,
        `export { run } from "${src}/auto/run.ts"`,
        `export { default as config } from "${config}"`,
        'export * as pulumi from "@pulumi/pulumi"',
      ].join("\n"),
      resolveDir: platform,
      loader: "ts",
    },
    outfile: program,
    mainFields: ["module", "main"],
    nodePaths: [path.join(platform, "node_modules")],
    external,
    banner: { js: banner },
  })
  const remove = () => {
    for (const file of [program, runner]) rmSync(file, { force: true })
  }
  return { program, runner, remove }
}

/** Outside the platform's folder, whose package says that importing it has no effect. */
function globals(src: string): string {
  const lock = path.join(root, ".sst/provider-lock.json")
  const providers = JSON.parse(readFileSync(lock, "utf8")) as { alias: string; package: string }[]
  const file = path.join(root, ".sst/evaluate-globals.ts")
  const lines = [
    `import * as sst from "${src}/components/index.ts"`,
    `import * as shim from "${src}/shim/run.js"`,
    ...providers.map(({ alias, package: name }) => `import * as ${alias} from "${name}"`),
    `Object.assign(globalThis, shim, { sst, ${providers.map(({ alias }) => alias).join(", ")} })`,
  ]
  writeFileSync(file, lines.join("\n"))
  return file
}
