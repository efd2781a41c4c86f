import { createHash } from "node:crypto"
import { Import } from "../../core/import"
import { table } from "../../core/table"
import { zipped } from "../zip"
import { newCast } from "./cast"
import { about, members, mine, type Row } from "./row"

/** What a person brings along: an archive of one part that has arrived, and nobody else's. */
export async function imports(): Promise<Row[]> {
  const [cast, other, paused, sending] = [await newCast(), await newCast(), await newCast(), await newCast()]
  const archive = zipped([{ name: "a.txt", bytes: "a" }])
  const sha256 = createHash("sha256").update(archive).digest("hex")
  const files = [{ name: "archive.zip", byteLength: archive.length }]
  const parts = [{ partNumber: 1, sha256 }]
  const begun = async ({ owner }: typeof cast) => (await Import.begin(owner, { files })).id
  const [id, pausing, arriving] = [await begun(cast), await begun(paused), await begun(sending)]
  await table()
    .import.patch({ userId: paused.owner.userId, importId: pausing })
    .set({ state: "importing", queue: "", at: "" })
    .go()
  const signed = await Import.signFileParts(sending.owner, { importId: arriving, file: 0, parts })
  for (const { url, headers } of signed.parts)
    await fetch(url, { method: "PUT", headers, body: new Uint8Array(archive) })
  const of = (where: Parameters<typeof about>[2], status: number, json?: unknown) =>
    about(cast, "import", where, id, mine(status), json)
  return [
    { cast, where: "GET /api/me/import", status: members(200) },
    { cast: other, where: "POST /api/me/import", json: { files }, status: members(201) },
    of((one) => `GET /api/me/import/${one}`, 200),
    of((one) => `GET /api/me/import/${one}/parts?file=0`, 200),
    of((one) => `POST /api/me/import/${one}/parts`, 200, { file: 0, parts }),
    of((one) => `GET /api/me/import/${one}/ledger`, 200),
    about(sending, "import", (one) => `POST /api/me/import/${one}/complete`, arriving, mine(200), {
      file: 0,
    }),
    about(paused, "import", (one) => `PATCH /api/me/import/${one}`, pausing, mine(200), { action: "pause" }),
    of((one) => `DELETE /api/me/import/${one}`, 204),
  ]
}
