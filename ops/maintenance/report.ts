import type { Values } from "../metrics/source"
import type { Lang } from "./words"

/** Something that only a person can put right, and the command that begins with it. */
export type Need = { what: string; command?: string }

/** A course of values with equal distances; undefined where nothing was counted. */
export type Chart = {
  title: string
  /** What it is now, or over all, in words. */
  value: string
  values: Values
  kind: "line" | "bars"
  from: string
  to: string
  isBad?: boolean
}

export type Table = {
  columns: { as: string; align?: "right" }[]
  rows: string[][]
}

export type Section = {
  title: string
  /** `absent` for what this stage does not have. */
  state: "ok" | "needs" | "unknown" | "absent"
  said: string[]
  tables?: Table[]
  charts?: Chart[]
}

/** A part of a report: what is shown, what a person has to do, and what the next report is held against. */
export type Part = Section & {
  needs?: Need[]
  figures?: Record<string, number>
}

export type Change = { name: string; before: number | null; now: number | null }

export type Report = {
  kind: "weekly" | "monthly"
  stage: string
  lang: Lang
  /** Times in ISO-8601, UTC. */
  since: string
  until: string
  madeAt: string
  /** When the report was made that this one is held against. */
  previous: string | null
  needs: Need[]
  changes: Change[]
  sections: Section[]
  figures: Record<string, number>
}

/** Less than this part of a figure is no news. */
const notable = 0.1

/** What differs from the last report by a tenth or more, what is new and what is gone, the greatest first. */
export function changesOf(before: Record<string, number>, now: Record<string, number>): Change[] {
  // How often each error was is in its own section: a kind has no name that would say something here.
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !isKind(name))
  return names
    .map((name) => ({ name, before: before[name] ?? null, now: now[name] ?? null }))
    .filter((change) => extent(change) >= notable)
    .sort((a, b) => extent(b) - extent(a) || a.name.localeCompare(b.name))
}

const isKind = (name: string) => name.startsWith("error ")

/** From 0, the same, to 1: something is nothing now, or nothing something. */
function extent({ before, now }: Change): number {
  const [a, b] = [before ?? 0, now ?? 0]
  if (a === b) return 0
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
}

/** A command is to be copied as it stands. */
const onStage = ({ what, command }: Need, stage: string): Need =>
  command ? { what, command: stage === "local" ? command : `${command} --stage ${stage}` } : { what }

/** Puts the parts together. @param last the report of the same kind before this one */
export function reportOf(
  about: Pick<Report, "kind" | "stage" | "lang" | "since" | "until" | "madeAt">,
  parts: readonly Part[],
  last: Report | undefined,
): Report {
  const figures = Object.assign({}, ...parts.map((part) => part.figures ?? {}))
  return {
    ...about,
    previous: last?.madeAt ?? null,
    needs: parts.flatMap((part) => part.needs ?? []).map((need) => onStage(need, about.stage)),
    changes: last ? changesOf(last.figures, figures) : [],
    sections: parts.map(({ needs, figures: _, ...section }) => section),
    figures,
  }
}
