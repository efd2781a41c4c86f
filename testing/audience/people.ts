import { newCast } from "./cast"
import { aboutPerson, type Row, unblocked } from "./row"

export async function people(): Promise<Row[]> {
  const cast = await newCast()
  return [
    aboutPerson(cast, (handle) => `GET /api/users/${handle}`, unblocked(200)),
    aboutPerson(cast, (handle) => `GET /api/users/${handle}/posts`, unblocked(200)),
    aboutPerson(cast, (handle) => `GET /api/users/${handle}/posts?described=1`, unblocked(200)),
  ]
}
