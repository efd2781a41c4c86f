import "server-only"
import { z } from "zod"
import type { Callable } from "../route"

export type Endpoint = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  path: string
  operation: Callable<unknown>
  summary: string
  tag: string
  /** Who may call: anybody, or signed-in people only. */
  auth: "anyone" | "user"
  /** Statuses of success with what they carry. */
  answers: Record<number, z.ZodType>
  /** What it answers with where that is not JSON. */
  contentType?: string
}

/** What a 204 carries. */
export const nothing = z.undefined()
