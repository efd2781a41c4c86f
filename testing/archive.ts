import { downloadZip } from "client-zip"
import type { UserActor } from "../core/actor"
import { Export } from "../core/export"
import type { ExportView } from "../core/export/export.schema"
import { unzipped } from "./unzip"

/** Goes on with archives until a person's newest is made. */
export async function finished(by: UserActor): Promise<ExportView> {
  for (;;) {
    const [newest] = (await Export.list(by, {})).items
    if (!newest) throw new Error("no archive was asked for")
    if (newest.state !== "working") return newest
    await Export.goOn(Date.now() + 60_000)
  }
}

/** All files of an archive, downloaded part by part as its person would. */
export async function archiveOf(by: UserActor, { id, parts }: ExportView): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const { number, byteLength } of parts) {
    const { url } = await Export.address(by, { exportId: id, part: number })
    const zip = Buffer.from(await (await fetch(url)).arrayBuffer())
    if (zip.length !== byteLength) throw new Error(`part ${number} has ${zip.length} bytes`)
    for (const [name, bytes] of await unzipped(zip)) files.set(name, bytes)
  }
  return files
}

/** The parts of an archive as they are. */
export const zipsOf = (by: UserActor, { id, parts }: ExportView): Promise<Buffer[]> =>
  Promise.all(
    parts.map(async ({ number }) => {
      const { url } = await Export.address(by, { exportId: id, part: number })
      return Buffer.from(await (await fetch(url)).arrayBuffer())
    }),
  )

/** A ZIP of texts by their paths. */
export async function zipped(files: Record<string, string>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, input]) => ({ name, input }))
  return Buffer.from(await downloadZip(entries).arrayBuffer())
}
