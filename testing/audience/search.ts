import { newCast } from "./cast"
import { everybody, members, type Row } from "./row"

export async function search(): Promise<Row[]> {
  const cast = await newCast()
  const tag = encodeURIComponent("朝霧")
  return [
    { cast, where: "GET /api/search?q=fog", status: everybody(200) },
    { cast, where: "GET /api/search?q=fog&type=users", status: everybody(200) },
    { cast, where: "GET /api/search?q=fog&type=tags", status: everybody(200) },
    { cast, where: "GET /api/search?camera=X-T5", status: everybody(200) },
    { cast, where: "GET /api/search/suggestions?q=fog", status: everybody(200) },
    { cast, where: `GET /api/tags/${tag}`, status: everybody(200) },
    { cast, where: `GET /api/tags/${tag}/posts`, status: everybody(200) },
    { cast, where: `PUT /api/tags/${tag}/follow`, status: members(200) },
    { cast, where: "GET /api/me/tags", status: members(200) },
    { cast, where: `DELETE /api/tags/${tag}/follow`, status: members(204) },
  ]
}
