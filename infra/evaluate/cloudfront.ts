import { createRequire } from "node:module"
import vm from "node:vm"
import type { Graph } from "./graph"

type Header = { value: string }
export type ViewerRequest = {
  method?: string
  host: string
  uri: string
  address?: string
  headers?: Record<string, string>
  cookies?: Record<string, string>
  query?: Record<string, string>
}
type Answer = { statusCode?: number; uri?: string; headers?: Record<string, Header> }
type Origin = { domainName: string; originAccessControlConfig?: { enabled: boolean; originType?: string } }

/** The store of routes as the deployment would fill it. */
function storeOf(graph: Graph): Map<string, string> {
  const store = new Map<string, string>()
  const routes = new Map<string, string[]>()
  for (const { inputs } of graph.all("pulumi-nodejs:dynamic:Resource")) {
    if (inputs.entries) {
      for (const [key, value] of Object.entries(inputs.entries))
        store.set(`${inputs.namespace}:${key}`, String(value))
    }
    if (inputs.entry) {
      const key = `${inputs.namespace}:${inputs.key}`
      routes.set(key, [...(routes.get(key) ?? []), inputs.entry])
    }
  }
  for (const [key, entries] of routes) store.set(key, JSON.stringify(entries))
  return store
}

/** The code of the function that sees every request first. */
export const codeOf = (graph: Graph): string =>
  graph.one("aws:cloudfront/function:Function", "RouterCloudfrontFunctionRequest").inputs.code

/** Runs that function as CloudFront would, with the stage's routes. */
export function edgeOf(graph: Graph) {
  const store = storeOf(graph)
  return async function ask(request: ViewerRequest) {
    const {
      method = "GET",
      host,
      uri,
      address = "198.51.100.7",
      headers = {},
      cookies = {},
      query = {},
    } = request
    let origin: Origin | undefined
    const cf = {
      kvs: () => ({
        get: async (key: string) => {
          const value = store.get(key)
          if (value === undefined) throw new Error(`KeyNotFound: ${key}`)
          return value
        },
      }),
      updateRequestOrigin: (given: Origin) => {
        origin = given
      },
    }
    const values = (pairs: Record<string, string>) =>
      Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, { value }]))
    const event = {
      viewer: { ip: address },
      request: {
        method,
        uri,
        headers: values({ host, ...headers }),
        cookies: values(cookies),
        querystring: values(query),
      },
    }
    const code = codeOf(graph).replace('import cf from "cloudfront";', "")
    const sandbox = vm.createContext({ cf, event, require: createRequire(import.meta.url) })
    const answer = (await vm.runInContext(`${code}\nhandler(event)`, sandbox)) as Answer
    const sent = Object.fromEntries(
      Object.entries(answer.headers ?? {}).map(([name, { value }]) => [name, value]),
    )
    return { refused: answer.statusCode, uri: answer.uri, headers: sent, origin }
  }
}

/** What the CDN keeps an answer under, as its policy says. */
export function cacheKeyOf(graph: Graph) {
  const { parametersInCacheKeyAndForwardedToOrigin: parts } = graph.one(
    "cloudfront/cachePolicy:CachePolicy",
    "RouterServerCachePolicy",
  ).inputs
  const names: string[] = parts.headersConfig.headers.items
  return ({ uri, headers }: { uri?: string; headers: Record<string, string> }, query = {}) => {
    const seen = names.map((name) => `${name}=${headers[name] ?? ""}`)
    const asked = parts.queryStringsConfig.queryStringBehavior === "all" ? JSON.stringify(query) : ""
    return [uri, asked, ...seen].join("|")
  }
}
