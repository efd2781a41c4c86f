import { newCast } from "./cast"
import { everybody, members, type Row } from "./row"

export async function feeds(): Promise<Row[]> {
  const cast = await newCast()
  return [
    { cast, where: "GET /api/feed/explore", status: everybody(200) },
    { cast, where: "GET /api/feed/trending", status: everybody(200) },
    { cast, where: "GET /api/feed/home", status: members(200) },
    { cast, where: "GET /api/feed/home/new", status: members(200) },
    { cast, where: "GET /api/me/on-this-day", status: members(200) },
  ]
}
