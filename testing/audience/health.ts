import { newCast } from "./cast"
import { everybody, type Row } from "./row"

export async function health(): Promise<Row[]> {
  const cast = await newCast()
  return [
    { cast, where: "GET /health", status: everybody(200) },
    { cast, where: "GET /api/health", status: everybody(200) },
  ]
}
