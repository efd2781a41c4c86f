import type { Refusal } from "./bombs"
import { type Figures, sizeOf } from "./figures"
import { nameOf } from "./outputs"
import type { Equal, Quality, Scored } from "./quality"
import { table } from "./table"
import { isMet, type Target } from "./targets"

export type Results = {
  targets: Target[]
  figures: Figures[]
  qualities: Quality[]
  refusals: Refusal[]
  /** How it was run: rounds, versions, what is missing. */
  notes: string[]
}

/** All tables, as Markdown: what travels first, then what holds for this machine alone. */
export const report = ({ targets, figures, qualities, refusals, notes }: Results): string =>
  [
    "### Targets",
    targetTable(targets),
    "### Core-seconds, as ratios",
    cpuTable(figures),
    "### Bytes, as ratios",
    byteTable(figures),
    "### Each file at equal quality",
    equalTable(qualities.flatMap(({ equals }) => equals)),
    "### Pixel bombs",
    bombTable(refusals),
    "### Absolute figures of this run",
    notes.map((note) => `- ${note}`).join("\n"),
    absoluteTable(qualities),
  ].join("\n\n")

const ratio = (value: number | undefined) => value?.toFixed(value < 0.1 ? 3 : 2) ?? "–"
const megabytes = (bytes: number | undefined) => (bytes === undefined ? "–" : (bytes / 2 ** 20).toFixed(0))
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const targetTable = (targets: Target[]) =>
  table(
    ["Target, for the worst photo", "at most", "measured", "met"],
    targets.map((target) => [
      target.what,
      `${target.limit}${target.unit}`,
      target.worst === undefined ? "not measured" : `${plain(target.worst)}${target.unit}`,
      isMet(target) ? "yes" : "no",
    ]),
  )

const plain = (value: number) => (value < 10 ? ratio(value) : value.toFixed(0))

function cpuTable(figures: Figures[]): string {
  const tools = [...(figures[0]?.tools.keys() ?? [])]
  return table(
    ["Photo", "eager / naive", "fast / naive", ...tools.map((name) => `${name} / eager`), "decode / eager"],
    figures.map((photo) => [
      photo.photo.name,
      ratio(photo.eager),
      ratio(photo.fast),
      ...tools.map((name) => ratio(photo.tools.get(name))),
      ratio(photo.decode),
    ]),
  )
}

const byteTable = (figures: Figures[]) =>
  table(
    ["Photo", "naive set as written", "naive set at equal quality", "the same six files at equal quality"],
    figures.map(({ photo, bytes }) => [
      photo.name,
      ratio(bytes.asWritten),
      ratio(bytes.equal),
      ratio(bytes.sameFiles),
    ]),
  )

function equalTable(equals: Equal[]): string {
  const names = [...new Set(equals.map(nameOf))]
  return table(
    ["Naive file", "ours, kB", "naive, kB", "ours / naive"],
    names.map((name) => {
      const same = equals.filter((equal) => nameOf(equal) === name)
      const [ours, theirs] = [mean(same.map((equal) => equal.ours)), mean(same.map((equal) => equal.theirs))]
      return [name, kilobytes(ours), kilobytes(theirs), ratio(ours / theirs)]
    }),
  )
}

const bombTable = (refusals: Refusal[]) =>
  table(
    ["File", "outcome", "after, ms", "memory grew, MB"],
    refusals.map(({ name, reason, milliseconds, grownBytes }) => [
      name,
      reason,
      milliseconds.toFixed(1),
      (grownBytes / 2 ** 20).toFixed(1),
    ]),
  )

const labels: Record<string, string> = {
  eager: "ours, eager",
  fast: "ours, fast",
  webp: "WebP, naive",
  decode: "decode alone",
}

const absoluteTable = (qualities: Quality[]) =>
  table(
    ["Photo", "by", "core-seconds", "seconds", "peak memory, MB", "files", "kB", "SSIM"],
    qualities.flatMap(({ scored }) => scored.map(absoluteRow)),
  )

function absoluteRow(scored: Scored): string[] {
  const { photo, contestant, usage, files } = scored
  const similarity = files.length === 0 ? "–" : mean(files.map((file) => file.similarity)).toFixed(4)
  const figures = [usage.cpu.toFixed(2), usage.wall.toFixed(2), megabytes(usage.memory)]
  return [
    photo.name,
    labels[contestant] ?? contestant,
    ...figures,
    `${files.length}`,
    kilobytes(sizeOf(scored)),
    similarity,
  ]
}
