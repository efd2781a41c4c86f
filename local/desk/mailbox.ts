import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { ulid } from "ulid"
import { z } from "zod"
import { writeDurably } from "../file"

export const Mail = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  replyTo: z.array(z.string()),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
})
export type Mail = z.output<typeof Mail>

/** The mail that the product sent, a few files each: `<id>.json`, `<id>.html`, `<id>.txt`. */
export type Mailbox = ReturnType<typeof openMailbox>

export function openMailbox(folder: string) {
  const file = (id: string, kind: "json" | "html" | "txt") => path.join(folder, `${id}.${kind}`)

  async function read(id: string): Promise<Mail | undefined> {
    if (!/^[0-9A-Z]{26}$/.test(id) || !existsSync(file(id, "json"))) return undefined
    return Mail.parse(JSON.parse(await readFile(file(id, "json"), "utf8")))
  }

  return {
    /** Keeps a mail and gives its id. The JSON comes last: a mail that is listed is complete. */
    async keep(mail: Omit<Mail, "id" | "at">) {
      const id = ulid()
      if (mail.html) await writeDurably(file(id, "html"), mail.html)
      if (mail.text) await writeDurably(file(id, "txt"), mail.text)
      const content: Mail = { id, at: new Date().toISOString(), ...mail }
      await writeDurably(file(id, "json"), `${JSON.stringify(content, null, 2)}\n`)
      return id
    },
    /** One mail; undefined when there is none of that id. */
    read,
    /** The newest mails, newest first. */
    async list(limit = 200): Promise<Mail[]> {
      const names = existsSync(folder) ? await readdir(folder) : []
      const ids = names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5))
      const mails = await Promise.all(ids.sort().reverse().slice(0, limit).map(read))
      return mails.filter((mail) => mail !== undefined)
    },
  }
}
