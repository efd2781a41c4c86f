import { newId } from "../../core/id"
import { newCast } from "./cast"
import { admins, type Row, type Where } from "./row"

/** What those do who run the site: all others hear word for word what they hear where nothing is. */
export async function admin(): Promise<Row[]> {
  const cast = await newCast()
  const user = cast.owner.userId
  const letter = newId("sweep")
  const row = (method: string, path: string, status: number, json?: unknown): Row => ({
    cast,
    where: `${method} /api/admin/${path}` as Where,
    status: admins(status),
    json,
    ...(status === 404 ? {} : { absent: { where: `${method} /api/nothing/${path}` as Where } }),
  })
  return [
    row("POST", "users/find", 200, { who: cast.owner.handle }),
    row("GET", `users/${user}`, 200),
    row("PATCH", `users/${user}`, 204, { state: "suspended", why: "spam" }),
    row("POST", `users/${user}/sign-out`, 204, { why: "a lost phone" }),
    row("GET", "audit", 200),
    row("POST", "explain", 200, { what: user }),
    row("GET", `explain/${user}`, 200),
    // There is none of these ids: those who run the site are told so, the others that nothing is here.
    row("GET", "dead-letters", 200),
    row("GET", `dead-letters/digest/${letter}`, 404),
    row("POST", `dead-letters/digest/${letter}/redrive`, 404),
    row("DELETE", `dead-letters/digest/${letter}`, 404),
  ]
}
