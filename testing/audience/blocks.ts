import { newCast } from "./cast"
import { aboutPerson, members, type Row, statuses, unblockedMembers } from "./row"

export async function blocks(): Promise<Row[]> {
  const [cast, apart, together] = [await newCast(), await newCast(), await newCast()]
  return [
    // Who blocked already finds the other once more, to take it back say; who is blocked finds nobody.
    aboutPerson(
      apart,
      (handle) => `PUT /api/users/${handle}/block`,
      statuses(204, { visitor: 401, owner: 422, blocked: 404 }),
    ),
    aboutPerson(
      together,
      (handle) => `DELETE /api/users/${handle}/block`,
      statuses(204, { visitor: 401, blocked: 404 }),
    ),
    aboutPerson(
      cast,
      (handle) => `PUT /api/users/${handle}/mute`,
      statuses(204, { visitor: 401, owner: 422, blocked: 404, blocker: 404 }),
    ),
    aboutPerson(cast, (handle) => `DELETE /api/users/${handle}/mute`, unblockedMembers(204)),
    { cast, where: "GET /api/me/blocks", status: members(200) },
    { cast, where: "GET /api/me/mutes", status: members(200) },
    { cast, where: "GET /api/me/filters", status: members(200) },
    { cast, where: "PUT /api/me/filters", json: { words: ["spiders"] }, status: members(200) },
  ]
}
