import { newCast } from "./cast"
import { everybody, type Row } from "./row"

export async function feeds(): Promise<Row[]> {
  const cast = await newCast()
  return [{ cast, where: "GET /api/feed/explore", status: everybody(200) }]
}
