import { config } from "../config"
import { Evidence } from "../evidence"
import { Storage } from "../storage"
import { table } from "../table"
import { sealed } from "./seal"

export type Fault = { auditId: string; fault: "changed" | "removed" | "not sealed" }

/** Holds the entries of a day against the copies under lock. @param day `2026-01-31` */
export async function verifyDay(day: string): Promise<{ entries: number; faults: Fault[] }> {
  const { data } = await table().audit.query.byDay({ day }).go({ pages: "all", consistent: true })
  const faults: Fault[] = []
  for (const row of data) {
    const copy = await Evidence.kept(Evidence.auditKey(day, row.auditId))
    if (!copy) faults.push({ auditId: row.auditId, fault: "not sealed" })
    else if (!copy.equals(sealed(row))) faults.push({ auditId: row.auditId, fault: "changed" })
  }
  const there = new Set(data.map(({ auditId }) => auditId))
  for await (const key of Storage.allKeys(config.evidenceBucket, `audit/${day}/`)) {
    const auditId = key.slice(`audit/${day}/`.length, -".json".length)
    if (!there.has(auditId)) faults.push({ auditId, fault: "removed" })
  }
  return { entries: data.length, faults }
}
