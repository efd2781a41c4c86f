import { newCast } from "./cast"
import { admins, type Row, type Where } from "./row"

/** What those do who run the site: all others hear word for word what they hear where nothing is. */
export async function admin(): Promise<Row[]> {
  const cast = await newCast()
  const user = cast.owner.userId
  const row = (method: string, path: string, status: number, json?: unknown): Row => ({
    cast,
    where: `${method} /api/admin/${path}` as Where,
    status: admins(status),
    json,
    absent: { where: `${method} /api/nothing/${path}` as Where },
  })
  return [
    row("POST", "users/find", 200, { who: cast.owner.handle }),
    row("GET", `users/${user}`, 200),
    row("PATCH", `users/${user}`, 204, { state: "suspended", why: "spam" }),
    row("POST", `users/${user}/sign-out`, 204, { why: "a lost phone" }),
    row("GET", "audit", 200),
  ]
}
