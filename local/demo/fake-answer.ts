export type Answer = { status: number; body?: unknown; headers?: Record<string, string | string[]> }

export const ok = (body: unknown, headers?: Answer["headers"]): Answer => ({ status: 200, body, headers })

/** A problem document, as the site's edge writes it. */
export function problem(status: number, code: string, detail: string, headers?: Answer["headers"]): Answer {
  return { status, body: { status, code, detail, requestId: "req_1" }, headers }
}
