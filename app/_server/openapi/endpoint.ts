import "server-only"
import { z } from "zod"
import type { Needs } from "../guard"
import type { Callable } from "../route"

export type Endpoint = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  path: string
  operation: Callable<unknown>
  summary: string
  tag: string
  /** Who may call: anybody, signed-in people only, or those who moderate or run the site, and to all others nothing is there. */
  auth: "anyone" | "user" | "moderator" | "admin"
  /** What an access token needs for it, where that is not `read` to look and `write` to change something. */
  token?: Needs
  /** Statuses of success with what they carry. */
  answers: Record<number, z.ZodType>
  /** What it answers with where that is not JSON. */
  contentType?: string
}

/** What an access token needs for an endpoint. */
export const needsOf = ({ method, token }: Pick<Endpoint, "method" | "token">): Needs =>
  token ?? (method === "GET" ? "read" : "write")

/** What a 204 carries. */
export const nothing = z.undefined()
