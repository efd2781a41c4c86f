import { type Import, importsOf, reach, type Sources } from "./source"

type Rule = (edge: Import) => string | undefined

const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const folderOf = (file: string) => file.split("/")[0] ?? ""
const isSchema = (file: string) => /^core\/.*\.schema\.ts$/.test(file)
const nounOf = (file: string) => /^core\/([^/]+)\//.exec(file)?.[1]
const isDoor = (file: string) => /^core\/[^/]+\/index\.ts$/.test(file)
const isOurs = (file: string) => file.includes("/") && ourFolders.has(folderOf(file))
const ourFolders = new Set(
  "app components core functions i18n messages local ops infra testing e2e bench bundle".split(" "),
)

/** What each folder may import of ours. */
const layers: Record<string, (to: string) => boolean> = {
  components: (to) => /^(components|messages|i18n)\//.test(to) || isSchema(to),
  i18n: (to) => /^(i18n|messages)\//.test(to),
  app: (to) => /^(app|components|messages|i18n)\//.test(to) || isSchema(to) || isForApp(to),
  functions: (to) => /^(functions|core)\//.test(to) && !/\.entity\.ts$|^core\/table\//.test(to),
  core: (to) => to.startsWith("core/"),
  infra: (to) =>
    to.startsWith("infra/") ||
    /^(core\/(table\/shape|settings\.schema|metrics\.schema|dead-letter\/dead-letter\.schema)|bundle\/packaging)\.ts$/.test(
      to,
    ),
}
const isForApp = (to: string) =>
  /^core\/[^/]+\.ts$/.test(to) || (isDoor(to) && !/^core\/(table|storage|image)\//.test(to))

const layer: Rule = ({ from, to }) => {
  const mayImport = layers[from === "proxy.ts" ? "app" : folderOf(from)]
  return mayImport && isOurs(to) && !mayImport(to) ? "is not for this folder" : undefined
}

const noFramework: Rule = ({ from, to }) =>
  from.startsWith("core/") && /^(next|react|next-auth|next-intl|server-only)(\/|$)/.test(to)
    ? "core knows no framework"
    : undefined

/** Only the server's side of the app reads these. */
const inner: Rule = ({ from, to }) =>
  /^app\/(?!_server\/)/.test(from) && /^core\/((config|secret|log)\.ts|limit\/)/.test(to)
    ? "belongs to app/_server"
    : undefined

/** Other nouns' files that may be used beside their doors, and why. */
const besideDoors: Record<string, string> = {
  "core/album/given.ts": "a post asks whether an album opens it; albums stand above posts",
  "core/bookmark/saved-among.ts": "posts are shown with their reader's marks; keeping one stands above posts",
  "core/like/liked-among.ts": "posts are shown with their reader's marks; liking one stands above posts",
  "core/image/sniff.ts": "the kind of a file is found out without loading sharp",
  "core/image/sizes.ts": "the site needs the sizes without loading sharp",
  "core/table/among.ts": "how nouns mark the posts of a page",
  "core/table/key.ts": "how entities write keys",
  "core/table/list.ts": "how nouns read pages",
}

const doors: Rule = ({ from, to }) => {
  if (!from.startsWith("core/") || !nounOf(to) || nounOf(from) === nounOf(to)) return undefined
  if (isDoor(to) || isSchema(to) || to.endsWith(".access.ts") || to in besideDoors) return undefined
  return from === "core/table/table.ts" && to.endsWith(".entity.ts")
    ? undefined
    : "is behind another noun's door"
}

/** schema ← entity ← operations. */
const inward: Rule = ({ from, to }) => {
  if (!to.startsWith("core/")) return undefined
  const plain = /^core\/[^/]+\.ts$/.test(to)
  if (isSchema(from) && !isSchema(to) && !plain) return "a schema stands below"
  if (from.endsWith(".entity.ts") && !isSchema(to) && !plain && to !== "core/table/key.ts")
    return "an entity stands below"
  return undefined
}

/** Packages that come in at one place only. */
const gates: [pattern: RegExp, gate: RegExp][] = [
  [/^sst$/, /^core\/config\.ts$/],
  [/^@aws-sdk\/(client-dynamodb|lib-dynamodb)$/, /^core\/table\//],
  [/^@aws-sdk\/(client-s3|s3-.*|lib-storage)$/, /^core\/storage\//],
  [/^electrodb$/, /^core\/(table\/|.*\.entity\.ts$)/],
  [/^sharp$/, /^core\/image\//],
  [/^libheif-js(\/|$)/, /^(core\/image\/|components\/upload\/heic\.worker\.ts$)/],
  [/^(@aws-sdk\/client-ses.*|nodemailer)$/, /^core\/mail\//],
  [/^@aws-sdk\/client-sns$/, /^core\/incident\//],
  [/^@aws-sdk\/client-cloudfront$/, /^core\/cdn\//],
  [/^@aws-sdk\/client-cloudwatch-logs$/, /^core\/cost\/logs\.ts$/],
  [/^@aws-sdk\/client-(sqs|lambda)$/, /^core\/dead-letter\//],
  [/^next-auth(\/|$)/, /^app\/_server\//],
  [/^server-only$/, /^app\/_server\//],
]
const outsideGates = /^(local|ops|infra|bench|bundle|testing|e2e)\//

const gate: Rule = ({ from, to, typeOnly }) =>
  !typeOnly && !outsideGates.test(from) && gates.some(([what, where]) => what.test(to) && !where.test(from))
    ? "has a gate elsewhere"
    : undefined

const rules = [layer, noFramework, inner, doors, inward, gate]

/** Every import that the architecture forbids, as `from → to: why`. Tests may import what they like. */
export function importFaults(sources: Sources): string[] {
  const files = Object.keys(sources).filter((file) => !isTest(file))
  const edges = files.flatMap((file) => importsOf(file, sources))
  const broken = edges.flatMap((edge) =>
    rules.flatMap((rule) => {
      const why = rule(edge)
      return why ? [`${edge.from} → ${edge.to}: ${why}`] : []
    }),
  )
  return [...broken, ...cycles(sources), ...browserFaults(sources), ...unmarked(sources)]
}

/** Doors that lead back to themselves through another. */
function cycles(sources: Sources): string[] {
  const known = Object.keys(sources).filter(isDoor)
  const reached = new Map(known.map((door) => [door, reach(door, sources)]))
  return known.flatMap((a) =>
    known
      .filter((b) => a < b && reached.get(a)?.has(b) && reached.get(b)?.has(a))
      .map((b) => `${a} ⇄ ${b}: a cycle of doors`),
  )
}

/** Components and schemas go to browsers, with everything they import. */
function browserFaults(sources: Sources): string[] {
  const sent = Object.keys(sources).filter(
    (file) => !isTest(file) && (isSchema(file) || /^["']use client["']/.test(sources[file] ?? "")),
  )
  const serverOnly =
    /^(node:|@aws-|sst$|electrodb$|sharp$|server-only$|core\/(config|secret|log)\.ts$|app\/_server\/)/
  return sent.flatMap((file) =>
    [...reach(file, sources)]
      .filter((to) => serverOnly.test(to))
      .map((to) => `${file} → ${to}: cannot run in a browser`),
  )
}

/** Everything in app/_server says so, but for what runs before the pages. */
function unmarked(sources: Sources): string[] {
  const beforePages = reach("proxy.ts", sources)
  return Object.keys(sources)
    .filter((file) => file.startsWith("app/_server/") && !isTest(file) && !beforePages.has(file))
    .filter((file) => !importsOf(file, sources).some(({ to }) => to === "server-only"))
    .map((file) => `${file}: does not import server-only`)
}
