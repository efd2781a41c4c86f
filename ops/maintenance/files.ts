import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3"
import { OpsProblem } from "../problem"
import type { Stage } from "../stage"
import { html } from "./html"
import { markdown } from "./markdown"
import type { Report } from "./report"

const types = { md: "text/markdown", html: "text/html", json: "application/json" } as const
type Kind = keyof typeof types

/** The newest report of a kind in a folder that was made before a day, whatever its language; undefined for none. */
export async function lastReport(
  folder: string,
  kind: Report["kind"],
  day: string,
): Promise<Report | undefined> {
  const names = await readdir(folder).catch(() => [])
  const earlier = names.filter((name) =>
    new RegExp(`^${kind}-\\d{4}-\\d\\d-\\d\\d(\\.ja)?\\.json$`).test(name),
  )
  const dayOf = (name: string) => name.slice(kind.length + 1, kind.length + 11)
  const [newest] = earlier
    .filter((name) => dayOf(name) < day)
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
  if (!newest) return undefined
  try {
    return JSON.parse(await readFile(path.join(folder, newest), "utf8")) as Report
  } catch {
    throw new OpsProblem(`${path.join(folder, newest)} is no report.`, "Put it away, or name another --out.")
  }
}

/** What a report is called, and what is in its files. */
export function filesOf(report: Report): { name: string; kind: Kind; text: string }[] {
  const base = `${report.kind}-${report.until.slice(0, 10)}${report.lang === "ja" ? ".ja" : ""}`
  const texts = { md: markdown(report), html: html(report), json: `${JSON.stringify(report, null, 2)}\n` }
  return (Object.keys(types) as Kind[]).map((kind) => ({ name: `${base}.${kind}`, kind, text: texts[kind] }))
}

/** Writes a report into a folder. @returns the files' paths */
export async function write(report: Report, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = filesOf(report)
  for (const { name, text } of files) await writeFile(path.join(folder, name), text, { mode: 0o600 })
  return files.map(({ name }) => path.join(folder, name))
}

/**
 * Puts a report into a bucket as well.
 * @param place `s3://bucket/folder`
 * @returns where its files are
 * @throws OpsProblem for what is no such place
 */
export async function upload(stage: Stage, report: Report, place: string): Promise<string[]> {
  const [, Bucket, prefix = ""] = /^s3:\/\/([a-z0-9.-]{3,63})(?:\/(.*?))?\/?$/.exec(place) ?? []
  if (!Bucket) throw new OpsProblem(`"${place}" is no place in storage.`, "Write s3://bucket/folder.")
  const client = stage.client(S3Client)
  const places: string[] = []
  for (const { name, kind, text } of filesOf(report)) {
    const Key = prefix ? `${prefix}/${name}` : name
    await client.send(
      new PutObjectCommand({ Bucket, Key, Body: text, ContentType: `${types[kind]}; charset=utf-8` }),
    )
    places.push(`s3://${Bucket}/${Key}`)
  }
  return places
}
