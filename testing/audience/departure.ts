import { newCast } from "./cast"
import { members, type Row } from "./row"

/** Nobody of the cast really leaves: each would take what the other rows are about along. */
export async function departure(): Promise<Row[]> {
  const [cast, away] = await Promise.all([newCast(), newCast()])
  return [
    { cast, where: "DELETE /api/me", json: { password: "wrong" }, status: members(400) },
    { cast, where: "DELETE /api/me/deletion", status: members(404) },
    { cast: away, where: "POST /api/me/deactivate", json: {}, status: members(204) },
  ]
}
