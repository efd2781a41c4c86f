import { config } from "../config"
import { Storage } from "../storage"

/** Where an entry of the audit is kept, out of reach of whoever could change the table. */
export const auditKey = (day: string, auditId: string) => `audit/${day}/${auditId}.json`

/** Puts something where nobody changes it or takes it away before its time. What is there already stays. */
export const keep = (key: string, body: Buffer, contentType: string) =>
  Storage.writeOnce(config.evidenceBucket, key, body, contentType)

/** What is kept under a key; undefined when nothing is. */
export async function kept(key: string): Promise<Buffer | undefined> {
  return (await Storage.exists(config.evidenceBucket, key))
    ? Storage.read(config.evidenceBucket, key)
    : undefined
}
