import { writeFile } from "node:fs/promises"
import path from "node:path"
import { type BuildOptions, build, type Metafile } from "esbuild"
import { copyPackages } from "./copy-packages"
import { type Packaging, packagingOf } from "./packaging"

/** Entry of every function's bundle. */
export const entryName = "bundle.mjs"

/** What the platform writes in front, for packages that expect CommonJS. */
const banner = [
  `import { createRequire as topLevelCreateRequire } from 'module';`,
  "const require = topLevelCreateRequire(import.meta.url);",
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  "const __filename = topLevelFileUrlToPath(import.meta.url)",
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
].join("\n")

/** The options with which SST 4.17 bundles a function for nodejs24.x. Its source map stays outside the package. */
export const esbuildOptions = ({ minify, install = {} }: Packaging) =>
  ({
    platform: "node",
    format: "esm",
    target: "es2024",
    bundle: true,
    keepNames: true,
    minify,
    mainFields: ["module", "main"],
    external: ["sharp", "pg-native", ...Object.keys(install)],
    banner: { js: banner },
    metafile: true,
    logLevel: "error",
  }) satisfies BuildOptions

/**
 * Bundles a function as `sst deploy` does, with the native packages of this machine instead of Lambda's.
 * @param name its file under functions/, without the ending
 * @param out folder that the bundle goes to
 * @returns what went into it
 */
export async function bundleFunction(name: string, out: string): Promise<Metafile> {
  const packaging = packagingOf(name)
  const { metafile } = await build({
    ...esbuildOptions(packaging),
    entryPoints: [`functions/${name}.ts`],
    outfile: path.join(out, entryName),
  })
  await writeFile(path.join(path.dirname(out), `${name}.meta.json`), JSON.stringify(metafile))
  await copyPackages(Object.keys(packaging.install ?? {}), path.join(out, "node_modules"))
  return metafile
}
