import { newId } from "../../core/id"
import { SignIn } from "../../core/sign-in"
import { given, password } from "../given"
import { newCast } from "./cast"
import { about, everybody, members, mine, type Row } from "./row"

const token = "x".repeat(43)

export async function account(): Promise<Row[]> {
  const cast = await newCast()
  const { owner } = cast
  const again = await SignIn.withPassword(owner, { email: owner.email, password })
  const photoId = await given.photo(owner)
  const mail = { email: "a@example.com" }
  return [
    { cast, where: "POST /api/account", json: {}, status: everybody(400) },
    { cast, where: "POST /api/account/verify", json: { token }, status: everybody(410) },
    { cast, where: "POST /api/account/verify/resend", json: mail, status: everybody(204) },
    { cast, where: "POST /api/account/password/forgot", json: mail, status: everybody(204) },
    { cast, where: "POST /api/account/password/reset", json: { token, password }, status: everybody(410) },
    { cast, where: "GET /api/me", status: members(200) },
    { cast, where: "PATCH /api/me", json: { bio: "Hello" }, status: members(200) },
    {
      cast,
      where: "PUT /api/me/avatar",
      json: { photoId },
      status: mine(200),
      absent: { json: { photoId: newId("photo") } },
    },
    { cast, where: "DELETE /api/me/avatar", status: members(204) },
    { cast, where: "PUT /api/me/password", json: { current: "wrong", password }, status: members(400) },
    { cast, where: "GET /api/me/sessions", status: members(200) },
    about(cast, "session", (id) => `DELETE /api/me/sessions/${id}`, again.sessionId, mine(204)),
    { cast, where: "DELETE /api/me/sessions", status: members(204) },
  ]
}
