import { existsSync } from "node:fs"
import { cp, readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"

type Manifest = {
  name: string
  libc?: string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/**
 * Copies packages with everything they depend on, as `npm install` would lay them out: what is installed here, at the
 * versions of the lock file, without asking a registry.
 * @throws Error where a package is not installed, or in more than one version
 */
export async function copyPackages(names: readonly string[], to: string): Promise<void> {
  const found = new Map<string, string>()
  for (const name of names) await collect(name, process.cwd(), found)
  for (const [name, folder] of found) {
    await cp(folder, path.join(to, name), {
      recursive: true,
      filter: (file) => file === folder || path.basename(file) !== "node_modules",
    })
  }
}

async function collect(name: string, from: string, found: Map<string, string>): Promise<void> {
  const folder = folderOf(name, from)
  if (!folder) throw new Error(`${name} is not installed.`)
  if (found.get(name) === folder) return
  if (found.has(name)) throw new Error(`${name} is needed in two versions.`)
  const manifest: Manifest = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"))
  // Lambda's Linux has glibc.
  if (manifest.libc && !manifest.libc.includes("glibc")) return
  found.set(name, folder)
  for (const needed of Object.keys(manifest.dependencies ?? {})) await collect(needed, folder, found)
  // Of these, npm installed those that fit this machine.
  for (const fitting of Object.keys(manifest.optionalDependencies ?? {}))
    if (folderOf(fitting, folder)) await collect(fitting, folder, found)
}

/** Where Node would find a package from a folder. */
function folderOf(name: string, from: string): string | undefined {
  const places = createRequire(path.join(from, "package.json")).resolve.paths(name) ?? []
  return places.map((place) => path.join(place, name)).find((folder) => existsSync(folder))
}
