// Adds to package-lock.json what a registry without every platform's binaries leaves out, so that `npm ci` works
// everywhere: the exact versions that packages name in their optionalDependencies. Run after changing dependencies:
// node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from "node:fs"

const systems = "android darwin freebsd linux win32 openbsd netbsd sunos aix openharmony".split(" ")
const processors = "arm64 x64 ia32 arm ppc64 s390x riscv64 loong64 mips64el wasm32".split(" ")

const file = process.argv[2] ?? "package-lock.json"
const lock = JSON.parse(readFileSync(file, "utf8"))

/** Every place where Node would find a package that is required from `from`. */
function* placesOf(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    yield `${folder ? `${folder}/` : ""}node_modules/${name}`
    if (!folder) return
  }
}

const isThere = (name, from) => [...placesOf(name, from)].some((place) => lock.packages[place])

/** The lock entry of a platform's package, or undefined for what is not bound to a platform. */
function entryOf(name, version, parent) {
  const parts = name.split(/[/-]/)
  const os = systems.filter((system) => parts.includes(system))
  const cpu = processors.filter(
    (processor) =>
      parts.includes(processor) ||
      (processor === "arm" && parts.some((part) => /^arm(v\d|eabi|hf|$)/.test(part))),
  )
  if (os.length + cpu.length === 0 || !/^\d+\.\d+\.\d+/.test(version)) return undefined
  return {
    version,
    ...(parent.dev ? { dev: true } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(parts.some((part) => part.startsWith("musl")) ? { libc: ["musl"] } : {}),
  }
}

const added = []
for (const [at, parent] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isThere(name, at)) continue
    const entry = entryOf(name, version, parent)
    if (!entry) continue
    lock.packages[`node_modules/${name}`] = entry
    added.push(`${name}@${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? "The lock file is complete." : `Added ${added.join(", ")}.`)
