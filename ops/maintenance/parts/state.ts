import { ACMClient, ListCertificatesCommand } from "@aws-sdk/client-acm"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { Drill } from "../../../core/drill"
import { stuckPhotos } from "../../../core/photo/stuck"
import { alarmsOf } from "../../alarms/alarms"
import { backupsOf, recoveryOf } from "../../db/facts"
import { countLetters } from "../../dlq"
import { OpsProblem } from "../../problem"
import { vulnerabilities } from "../../security/vulnerabilities"
import { global } from "../../stage"
import { type About, day } from "../context"
import type { Part } from "../report"

const renewsAt = 45

/** Known vulnerabilities of the dependencies; that nobody could be asked is no fault, and is said. */
export async function audit({ words: { audit: w } }: About): Promise<Part> {
  try {
    const found = await vulnerabilities("moderate", false)
    return {
      title: w.title,
      state: found.length > 0 ? "needs" : "ok",
      said: [found.length > 0 ? w.found(found.length) : w.none],
      tables:
        found.length > 0
          ? [
              {
                columns: w.columns.map((as) => ({ as })),
                rows: found.map(({ severity, name, range, fix, why }) => [severity, name, range, fix, why]),
              },
            ]
          : [],
      needs: found.map(({ name, severity, fix }) => ({
        what: w.need(name, severity, fix),
        command: "security audit",
      })),
      figures: { vulnerabilities: found.length },
    }
  } catch (error) {
    if (!(error instanceof OpsProblem)) throw error
    return { title: w.title, state: "unknown", said: [w.offline(error.hint ?? error.message)] }
  }
}

/** Certificates of CloudFront that are about to expire: ACM renews 60 days before. */
export async function certificates({ stage, words: { certificates: w, ...words } }: About): Promise<Part> {
  if (stage.isLocal) return { title: w.title, state: "absent", said: [words.notLocal] }
  const { CertificateSummaryList: all = [] } = await stage
    .client(ACMClient, global)
    .send(new ListCertificatesCommand({ MaxItems: 100 }))
  const rows = all.map(({ DomainName = "", Status = "", NotAfter, CertificateArn = "" }) => ({
    name: DomainName,
    state: Status,
    days: NotAfter ? Math.floor((NotAfter.getTime() - Date.now()) / day) : undefined,
    arn: CertificateArn,
  }))
  const late = rows.filter(({ days }) => days !== undefined && days < renewsAt)
  return {
    title: w.title,
    state: late.length > 0 ? "needs" : "ok",
    said: [rows.length > 0 ? w.said(rows.length) : w.none],
    tables: [
      {
        columns: w.columns.map((as, i) => ({ as, ...(i === 2 ? { align: "right" as const } : {}) })),
        rows: rows.map(({ name, state, days }) => [
          name,
          state,
          days === undefined ? words.none : words.number(days),
        ]),
      },
    ],
    needs: late.map(({ name, days = 0, arn }) => ({
      what: w.need(name, days),
      command: `cert status ${arn}`,
    })),
  }
}

export async function backups({ stage, words: { backups: w, ...words } }: About): Promise<Part> {
  if (stage.isLocal) return { title: w.title, state: "absent", said: [words.notLocal] }
  const client = stage.client(DynamoDBClient)
  const [{ on, from = "" }, kept] = await Promise.all([
    recoveryOf(client, stage.names.table),
    backupsOf(client, stage.names.table),
  ])
  return {
    title: w.title,
    state: on ? "ok" : "needs",
    said: [
      on ? w.on(from.slice(0, 16).replace("T", " ")) : w.off,
      kept[0] ? w.kept(kept.length, kept[0].at.slice(0, 10)) : w.noneKept,
    ],
    needs: on ? [] : [{ what: w.off, command: "db backups" }],
    figures: { backups: kept.length },
  }
}

export async function letters({ stage, words: { letters: w, ...words } }: About): Promise<Part> {
  const counts = Object.entries(await countLetters(stage)).filter(([, count]) => count > 0)
  return {
    title: w.title,
    state: counts.length > 0 ? "needs" : "ok",
    said: counts.length > 0 ? [] : [w.none],
    tables:
      counts.length > 0
        ? [
            {
              columns: w.columns.map((as, i) => ({ as, ...(i === 1 ? { align: "right" as const } : {}) })),
              rows: counts.map(([name, count]) => [name, words.number(count)]),
            },
          ]
        : [],
    needs: counts.map(([name, count]) => ({ what: w.need(name, count), command: `dlq list --of ${name}` })),
    figures: { "dead letters": counts.reduce((sum, [, count]) => sum + count, 0) },
  }
}

export async function alarms({ stage, words: { alarms: w, ...words } }: About): Promise<Part> {
  if (stage.isLocal) return { title: w.title, state: "absent", said: [words.notLocal] }
  const all = await alarmsOf(stage)
  const ringing = all.filter(({ state }) => state === "ALARM")
  const silenced = all.filter((alarm) => alarm.silenced).map(({ name }) => name)
  return {
    title: w.title,
    state: ringing.length > 0 ? "needs" : "ok",
    said: [
      ...(ringing.length > 0 ? [] : [w.none(all.length)]),
      ...(silenced.length > 0 ? [w.silenced(silenced.join(", "))] : []),
    ],
    needs: ringing.map(({ name, since = "" }) => ({ what: w.need(name, since), command: "alarms list" })),
    figures: { "alarms ringing": ringing.length },
  }
}

const fresh = 90 * day

/** Each drill, when it was proved last; all kinds, or some. */
export async function drills({ words: { drills: w } }: About, only?: readonly string[]): Promise<Part> {
  const kinds = Object.entries(await Drill.last()).filter(([kind]) => !only || only.includes(kind))
  const rows = kinds.map(([kind, { proved, tried }]) => {
    const last = proved?.at.slice(0, 10) ?? w.never
    const isLate = !proved || Date.now() - Date.parse(proved.at) > fresh
    const at = tried?.at.slice(0, 10) ?? ""
    const how = tried ? (tried.ok ? w.worked(at) : w.failed(at)) : w.never
    return { kind, last, isLate, how, hasFailed: tried?.ok === false }
  })
  const needs = rows.flatMap(({ kind, last, isLate, hasFailed }) => {
    const command = `drill ${kind}`
    if (hasFailed) return [{ what: w.needFailed(kind), command }]
    return isLate ? [{ what: w.overdue(kind, last), command }] : []
  })
  return {
    title: w.title,
    state: needs.length > 0 ? "needs" : "ok",
    said: [w.said],
    tables: [
      {
        columns: w.columns.map((as) => ({ as })),
        rows: rows.map(({ kind, last, how }) => [kind, last, how]),
      },
    ],
    needs,
  }
}

export const restoreDrill = (about: About) => drills(about, ["restore"])

export async function stuck({ words: { stuck: w } }: About): Promise<Part> {
  const count = await stuckPhotos()
  return {
    title: w.title,
    state: count > 0 ? "needs" : "ok",
    said: [count > 0 ? w.need(count) : w.none],
    needs:
      count > 0 ? [{ what: w.need(count), command: "logs image-processing --since 1d --filter ERROR" }] : [],
    figures: { "photos stuck": count },
  }
}
