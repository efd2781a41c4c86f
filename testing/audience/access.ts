import { AccessToken } from "../../core/access-token"
import { table } from "../../core/table"
import { newCast } from "./cast"
import { about, members, mine, type Row } from "./row"

export async function access(): Promise<Row[]> {
  const cast = await newCast()
  const { owner } = cast
  const { id } = await AccessToken.create(owner, { name: "Backup", scopes: ["read"] })
  await Promise.all([
    table().account.put({ provider: "google", accountId: "1", userId: owner.userId, createdAt: "now" }).go(),
    table().user.patch({ userId: owner.userId }).set({ googleId: "1" }).go(),
  ])
  return [
    { cast, where: "GET /api/me/accounts", status: members(200) },
    { cast, where: "DELETE /api/me/accounts/google", status: mine(204) },
    { cast, where: "POST /api/me/accounts", json: { provider: "google" }, status: members(204) },
    { cast, where: "GET /api/me/tokens", status: members(200) },
    {
      cast,
      where: "POST /api/me/tokens",
      json: { name: "Backup", scopes: ["read"] },
      status: members(201),
    },
    about(cast, "token", (tokenId) => `DELETE /api/me/tokens/${tokenId}`, id, mine(204)),
  ]
}
