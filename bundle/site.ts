import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda"
import { httpEvent } from "./http-event"
import type { Lambda } from "./lambda"

/** As much as Lambda passes on of an answer, in bytes of its JSON. */
const maxAnswer = 6 * 1024 * 1024

export type Ask = {
  json?: unknown
  form?: Record<string, string>
  body?: string | Uint8Array
  headers?: Record<string, string>
}
export type Answer = {
  status: number
  headers: Headers
  /** Whole `Set-Cookie` lines. */
  cookies: string[]
  text: string
  ms: number
}

/** One browser at the server's function, with the CDN before it and no network between. */
export class Site {
  readonly cookies = new Map<string, string>()
  readonly #lambda: Lambda
  readonly #origin: string
  readonly #cdn: Record<string, string>

  /** @param cdnSecret what the CDN proves itself with; without it, requests go around the CDN */
  constructor(lambda: Lambda, origin: string, cdnSecret?: string) {
    this.#lambda = lambda
    this.#origin = origin
    this.#cdn = cdnSecret ? { "x-cdn-secret": cdnSecret, "x-viewer-address": "198.51.100.7" } : {}
  }

  /** @param where method and path with query, `GET /health` */
  async ask(where: `${string} /${string}`, { json, form, body, headers }: Ask = {}): Promise<Answer> {
    const [method = "", target = ""] = where.split(/ (.*)/s)
    const sent = form
      ? new URLSearchParams(form).toString()
      : json === undefined
        ? body
        : JSON.stringify(json)
    const type = form ? "application/x-www-form-urlencoded" : "application/json"
    const event = httpEvent({
      method,
      url: new URL(target, this.#origin),
      cookies: [...this.cookies].map(([name, value]) => `${name}=${value}`),
      headers: {
        ...this.#cdn,
        ...(method === "GET" ? {} : { origin: this.#origin }),
        ...(sent === undefined ? {} : { "content-type": type }),
        ...headers,
      },
      body: sent,
    })
    const { result, ms } = await this.#lambda.invoke<APIGatewayProxyStructuredResultV2>(event)
    if (Buffer.byteLength(JSON.stringify(result)) > maxAnswer)
      throw new Error(`${where}: too much for Lambda`)
    return { ...this.#read(result), ms }
  }

  #read(result: APIGatewayProxyStructuredResultV2): Omit<Answer, "ms"> {
    const { statusCode = 0, headers = {}, cookies = [], body = "", isBase64Encoded } = result
    for (const line of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return {
      status: statusCode,
      headers: new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      cookies,
      text: isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body,
    }
  }

  /** Signs in as the sign-in page does. Gives the last answer. */
  async signIn(email: string, password: string): Promise<Answer> {
    const { csrfToken } = JSON.parse((await this.ask("GET /api/auth/csrf")).text) as { csrfToken: string }
    const form = { csrfToken, email, password, json: "true" }
    return this.ask("POST /api/auth/callback/credentials", { form })
  }
}
