import { newCast } from "./cast"
import {
  about,
  aboutPerson,
  followers,
  members,
  mine,
  type Row,
  statuses,
  unblocked,
  unblockedMembers,
} from "./row"

export async function follows(): Promise<Row[]> {
  const [cast, closed, asked] = [
    await newCast(),
    await newCast({ private: true }),
    await newCast({ private: true }),
  ]
  const blocked = { blocked: 404, blocker: 404 }
  return [
    aboutPerson(cast, (handle) => `GET /api/users/${handle}/followers`, unblocked(200)),
    aboutPerson(cast, (handle) => `GET /api/users/${handle}/following`, unblocked(200)),
    aboutPerson(closed, (handle) => `GET /api/users/${handle}/followers`, followers(200)),
    aboutPerson(closed, (handle) => `GET /api/users/${handle}/following`, followers(200)),
    aboutPerson(
      cast,
      (handle) => `PUT /api/users/${handle}/follow`,
      statuses(200, { visitor: 401, owner: 422, ...blocked }),
    ),
    aboutPerson(cast, (handle) => `DELETE /api/users/${handle}/follow`, unblockedMembers(204)),
    aboutPerson(cast, (handle) => `DELETE /api/me/followers/${handle}`, unblockedMembers(204)),
    { cast, where: "GET /api/me/follow-requests", status: members(200) },
    about(asked, "user", (id) => `POST /api/me/follow-requests/${id}`, asked.requested.userId, mine(204), {
      decision: "accept",
    }),
    { cast, where: "GET /api/me/suggestions", status: members(200) },
  ]
}
