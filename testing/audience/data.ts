import { Export } from "../../core/export"
import { newId } from "../../core/id"
import { table } from "../../core/table"
import { now } from "../../core/time"
import { newCast } from "./cast"
import { about, members, mine, type Row } from "./row"

/** What a person takes along: an archive that is ready, and nobody else's. */
export async function data(): Promise<Row[]> {
  const [cast, other] = [await newCast(), await newCast()]
  const { id } = await Export.start(cast.owner, {})
  const made = [{ number: 1, byteLength: 1, sha256: "0".repeat(64), photos: 0 }]
  await table()
    .export.patch({ userId: cast.owner.userId, exportId: id })
    .set({ state: "ready", made, parts: 1, updatedAt: now(), readyAt: now() })
    .go()
  return [
    { cast, where: "GET /api/me/export", status: members(200) },
    { cast: other, where: "POST /api/me/export", status: members(202) },
    {
      cast,
      where: `GET /api/me/export/${id}/parts/1`,
      status: mine(302),
      absent: { where: `GET /api/me/export/${newId("export")}/parts/1` },
    },
    about(cast, "export", (exportId) => `DELETE /api/me/export/${exportId}`, id, mine(204)),
  ]
}
