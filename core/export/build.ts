import { createHash } from "node:crypto"
import { makeZip } from "client-zip"
import { config } from "../config"
import { Storage } from "../storage"
import { canonical } from "./canonical"
import { indexPage } from "./index-page"
import type { ArchivedFile } from "./manifest.schema"
import { type Plan, type PlannedFile, previewPath } from "./plan"

type Place = { userId: string; exportId: string }
type Problem = { path: string; problem: NonNullable<ArchivedFile["problem"]> }
export type Built = { byteLength: number; sha256: string; photos: number; problems: number }

const partKey = (place: Place, part: number) => Storage.exportKey({ ...place, name: `part-${part}.zip` })
const problemsKey = (place: Place, part: number) => Storage.exportKey({ ...place, name: `part-${part}.json` })

export { partKey }

/**
 * Makes a part of an archive: its photos, as they come out of storage, held against what they were when they were sent.
 * The first part also says what is in all of them, and which of their photos have a problem: so it is made last.
 * Cut off anywhere it is made again, the same.
 */
export async function buildPart(
  place: Place,
  plan: Plan,
  part: number,
  passed: (bytes: number) => Promise<void>,
): Promise<Built> {
  const problems: Problem[] = []
  const files = plan.files.filter((file) => file.part === part)
  async function* entries() {
    for (const file of files) yield* entriesOf(plan, file, problems)
    if (part === 1) yield* leadOf(plan, [...problems, ...(await problemsOf(place, plan.parts))])
  }
  const zip = makeZip(entries()) as unknown as AsyncIterable<Uint8Array>
  const bucket = config.originalsBucket
  const written = await Storage.writeFlow(bucket, partKey(place, part), zip, "application/zip", passed)
  await writeJson(problemsKey(place, part), problems)
  return { ...written, photos: files.length, problems: problems.length }
}

/** A photo, what it is shown as, and, with its first photo, what its post says. */
async function* entriesOf({ manifest }: Plan, file: PlannedFile, problems: Problem[]) {
  const lastModified = new Date(file.createdAt)
  const { path } = file
  const flow = await flowOf(config.originalsBucket, file.key)
  if (flow) yield { name: path, lastModified, input: checked(flow, file, problems) }
  else problems.push({ path, problem: "missing" })
  const preview = file.preview ? await flowOf(config.mediaBucket, file.preview) : undefined
  if (preview) yield { name: previewPath(path), lastModified, input: preview }
  const id = /^photos\/((?:post|draft)-\d+)-1\./.exec(path)?.[1]
  const of = id && [...manifest.posts, ...manifest.drafts].find((one) => one.id === id)
  if (of) yield { name: `photos/${id}.json`, lastModified, input: canonical(of) }
}

async function flowOf(bucket: string, key: string) {
  try {
    return await Storage.readFlow(bucket, key)
  } catch (error) {
    if (Storage.isMissing(error)) return undefined
    throw error
  }
}

async function* checked(flow: AsyncIterable<Uint8Array>, { path, sha256 }: PlannedFile, problems: Problem[]) {
  const hash = createHash("sha256")
  for await (const chunk of flow) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest("hex") !== sha256) problems.push({ path, problem: "differs" })
}

/** What stands at the beginning of an archive. */
function* leadOf(plan: Plan, problems: readonly Problem[]) {
  const { manifest, account, handle, at, parts } = plan
  const lastModified = new Date(at)
  const found = new Map(problems.map(({ path, problem }) => [path, problem]))
  const files = manifest.files.map((file) => {
    const problem = found.get(file.path)
    return problem ? { ...file, problem } : file
  })
  const { siteName, siteUrl } = config.settings
  const about = { site: siteName, url: siteUrl, handle, madeAt: at, parts, problems: problems.length }
  const json = (name: string, value: unknown) => ({ name, lastModified, input: canonical(value) })
  yield json("manifest.json", { ...manifest, files })
  yield json("account.json", account)
  yield json("about.json", about)
  yield { name: "index.html", lastModified, input: indexPage(plan, siteName) }
}

async function problemsOf(place: Place, parts: number): Promise<Problem[]> {
  const all: Problem[] = []
  for (let part = 2; part <= parts; part++)
    all.push(...((await readJson<Problem[]>(problemsKey(place, part))) ?? []))
  return all
}

const planKey = (place: Place) => Storage.exportKey({ ...place, name: "plan.json" })
export const readPlan = (place: Place) => readJson<Plan>(planKey(place))
export const writePlan = (place: Place, plan: Plan) => writeJson(planKey(place), plan)

async function readJson<T>(key: string): Promise<T | undefined> {
  const found = await Storage.readDocument(config.originalsBucket, key)
  return found && (JSON.parse(found.text) as T)
}

async function writeJson(key: string, value: unknown) {
  const document = { text: JSON.stringify(value), contentType: "application/json", seconds: 0 }
  await Storage.writeDocument(config.originalsBucket, key, document)
}
