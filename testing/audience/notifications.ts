import { newId } from "../../core/id"
import { newCast } from "./cast"
import { everybody, members, type Row } from "./row"

export async function notifications(): Promise<Row[]> {
  const cast = await newCast()
  const token = `${cast.owner.userId}.k.${"A".repeat(43)}`
  return [
    { cast, where: "GET /api/notifications", status: members(200) },
    { cast, where: "GET /api/notifications/unread", status: members(200) },
    {
      cast,
      where: "POST /api/notifications/read",
      status: members(204),
      json: { upTo: newId("notification") },
    },
    // Signed for nobody: whoever asks hears that there is nothing.
    { cast, where: `POST /api/notifications/unsubscribe/${token}`, status: everybody(404) },
    { cast, where: "GET /api/me/notification-settings", status: members(200) },
    {
      cast,
      where: "PATCH /api/me/notification-settings",
      status: members(200),
      json: { kinds: { like: true } },
    },
  ]
}
