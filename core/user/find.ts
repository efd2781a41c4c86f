import { table } from "../table"
import { byEmail, byId, type UserRow } from "./user"

/** A person by id, handle, or e-mail address, hidden or not: for whoever runs the site. */
export async function find(name: string): Promise<UserRow | undefined> {
  if (name.startsWith("usr_")) return byId(name)
  if (name.includes("@") && !name.startsWith("@")) return byEmail(name)
  const handle = name.replace(/^@/, "").toLowerCase()
  const { data } = await table().handle.get({ handle }).go({ consistent: true })
  return data?.userId ? byId(data.userId) : undefined
}
