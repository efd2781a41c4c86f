import { Passkey } from "../../core/passkey"
import { SignIn } from "../../core/sign-in"
import { authenticator } from "../authenticator"
import { password, visitor } from "../given"
import { newCast } from "./cast"
import { about, everybody, members, mine, type Row } from "./row"

/** The second step, passkeys and proofs: each about oneself, so that others have nothing to do there. */
export async function security(): Promise<Row[]> {
  const [cast, other] = [await newCast(), await newCast()]
  const { owner } = cast
  const key = authenticator()
  const { id } = await Passkey.register(owner, { credential: key.create(await Passkey.creation(owner, {})) })
  const again = await SignIn.withPassword(visitor(), { email: other.owner.email, password })
  const nothingOn = members(404)
  return [
    { cast, where: "GET /api/account/passkeys", status: everybody(200) },
    { cast, where: "GET /api/me/two-factor", status: members(200) },
    { cast, where: "POST /api/me/two-factor/recovery-codes", status: nothingOn },
    { cast, where: "DELETE /api/me/two-factor", status: nothingOn },
    { cast, where: "POST /api/me/two-factor", status: members(201) },
    { cast, where: "POST /api/me/two-factor/confirm", json: { code: "000000" }, status: members(400) },
    { cast, where: "GET /api/me/passkeys", status: members(200) },
    { cast, where: "POST /api/me/passkeys/options", status: members(200) },
    {
      cast,
      where: "POST /api/me/passkeys",
      json: { credential: key.create({ challenge: "AAAA" }) },
      status: members(422),
    },
    about(cast, "passkey", (one) => `PATCH /api/me/passkeys/${one}`, id, mine(200), { name: "Phone" }),
    about(cast, "passkey", (one) => `DELETE /api/me/passkeys/${one}`, id, mine(204)),
    { cast, where: "GET /api/me/proof", status: members(200) },
    { cast, where: "POST /api/me/proof", json: { password: "wrong" }, status: members(400) },
    about(other, "session", (one) => `PATCH /api/me/sessions/${one}`, again.sessionId, mine(204), {
      familiar: true,
    }),
  ]
}
