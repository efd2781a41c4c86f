import "server-only"
import { z } from "zod"
import { config } from "@/core/config"
import { errorCodes } from "@/core/error"
import packageJson from "@/package.json" with { type: "json" }
import { cookieName } from "../session-cookie"
import { unlockCookieName } from "../unlock-cookie"
import { type Endpoint, needsOf } from "./endpoint"
import { endpoints } from "./endpoints"

/** What a link opens, and its pictures. */
const opensLinks = /^\/api\/(s\/\{token\}(?!\/unlock)|media\/)/

type Schema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] }

/** The API as OpenAPI 3.1 says it, made from the schemas that parse the requests. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return {
    openapi: "3.1.0",
    info: { title: config.settings.siteName, version: packageJson.version },
    servers: [{ url: config.settings.siteUrl }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: cookieName() },
        unlocked: {
          type: "apiKey",
          in: "cookie",
          name: unlockCookieName(),
          description: "What showing the password of a link answers with; for links with a password alone",
        },
        token: { type: "http", scheme: "bearer", description: "An access token, `pat_…`, of these scopes" },
      },
    },
  }
}

function operationOf(endpoint: Endpoint) {
  const { method, path, operation, summary, tag, answers, contentType } = endpoint
  const input = jsonSchema(operation.schema, "input")
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "")
  const others = Object.keys(input.properties ?? {}).filter((name) => !inPath.includes(name))
  const parameter = (where: "path" | "query") => (name: string) => ({
    name,
    in: where,
    required: where === "path",
    schema: input.properties?.[name] ?? { type: "string" },
  })
  const hasBody = method !== "GET" && others.length > 0
  return {
    operationId: operationId(method, path),
    summary,
    tags: [tag],
    security: securityOf(endpoint),
    parameters: [
      ...inPath.map(parameter("path")),
      ...(method === "GET" ? others.map(parameter("query")) : []),
    ],
    ...(hasBody ? { requestBody: { required: true, content: content(without(input, inPath)) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [status, answerOf(schema, contentType)]),
      ),
      default: {
        description: "Refused",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  }
}

/**
 * A session, or an access token with the scope that is named; of what anybody may call, what a link's password left
 * where the link has one.
 */
function securityOf(endpoint: Endpoint): Record<string, string[]>[] {
  if (endpoint.auth === "anyone") return opensLinks.test(endpoint.path) ? [{}, { unlocked: [] }] : []
  const needs = needsOf(endpoint)
  return [{ session: [] }, ...(needs === "never" ? [] : [{ token: [needs] }])]
}

/** `GET /api/users/{handle}` → `getApiUsersHandle`: as unique as method and path, and as lasting. */
const operationId = (method: string, path: string) =>
  method.toLowerCase() + path.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase())

function answerOf(schema: z.ZodType, contentType?: string) {
  const carries = !(schema instanceof z.ZodUndefined)
  return {
    description: carries ? "Done" : "Done, without a body",
    ...(carries ? { content: content(jsonSchema(schema, "output"), contentType) } : {}),
  }
}

const content = (schema: Schema, type = "application/json") => ({ [type]: { schema } })

function without(schema: Schema, names: string[]): Schema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)),
  )
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => !names.includes(name)) }
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" })
  return rest
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { enum: [...errorCodes] },
    detail: { type: "string" },
    reason: { type: "string" },
    errors: {
      type: "array",
      items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } },
    },
    requestId: { type: "string" },
  },
}
