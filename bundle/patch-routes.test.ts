import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { expect, it } from "vitest"
import { withRoutesRemembered } from "./patch-routes"

const source = readFileSync(createRequire(import.meta.url).resolve("next/dist/server/base-server"), "utf8")

/** The three methods alone, with a server around them that counts what they do. */
function serverOf(code: string) {
  const from = code.indexOf("    getRouteDefinitions() {")
  const methods = code.slice(from, code.indexOf("    /**", code.indexOf("    getRouteMatch(", from)))
  const counts = { read: 0, sorted: 0, compiled: 0 }
  const paths = ["/api/posts/[postId]", "/api/posts/mine", "/api/[...rest]"]
  const isDynamic = (path: string) => path.includes("[")
  const Server = new Function(
    "_utils1",
    "_routematcher",
    "_routeregex",
    "_isapprouteroute",
    `return class { ${methods} }`,
  )(
    {
      isDynamicRoute: isDynamic,
      getSortedRoutes: (all: string[]) => {
        counts.sorted++
        return all.toSorted((a, b) => a.indexOf("[") - b.indexOf("[")).reverse()
      },
    },
    { getRouteMatcher: (expression: RegExp) => (path: string) => expression.test(path) && { path } },
    {
      getRouteRegex: (path: string) => {
        counts.compiled++
        return new RegExp(`^${path.replace(/\[\.\.\.\w+\]/, ".+").replace(/\[\w+\]/, "[^/]+")}$`)
      },
    },
    { isAppRouteRoute: () => true },
  ) as new () => { getRouteMatch(path: string): { definition: { pathname: string } } | null }
  const server = Object.assign(new Server(), {
    enabledDirectories: { app: true },
    appPathsManifest: Object.fromEntries(paths.map((path) => [path, path])),
    getAppRouteRouteDefinition: (pathname: string) => {
      counts.read++
      return { pathname }
    },
  })
  return { counts, match: (path: string) => server.getRouteMatch(path)?.definition.pathname }
}

it("finds the same routes, and reads, sorts and compiles them once", () => {
  const [before, after] = [serverOf(source), serverOf(withRoutesRemembered(source))]
  for (const path of ["/api/posts/mine", "/api/posts/7", "/api/no/such", "/elsewhere", "/api/posts/8"]) {
    expect(after.match(path)).toBe(before.match(path))
  }
  expect(after.match("/api/posts/7")).toBe("/api/posts/[postId]")
  expect(before.counts.read).toBe(15)
  expect(after.counts).toEqual({ read: 3, sorted: 1, compiled: 2 })
})

it("says so when Next is another", () => {
  expect(() => withRoutesRemembered(source.replace("getRouteDefinitions() {", "routes() {"))).toThrow(
    "has changed",
  )
})
