import { readdirSync } from "node:fs"
import { basename, dirname, sep } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../app/[locale]", import.meta.url))

/** Every page as its folder names it, without the language: `/u/[handle]`. */
export const routes: readonly string[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => basename(file) === "page.tsx")
  .map((file) => `/${dirname(file).split(sep).join("/")}`.replace(/^\/\.$/, "/"))
  .sort()

/** The page that serves a path: words before parameters, and what takes the rest last. */
export function routeOf(path: string): string | undefined {
  const { pathname } = new URL(path, "http://site.test")
  const rank = (route: string) => (route.includes("[...") ? 100 : 0) + route.split("[").length
  return routes
    .filter((route) => patternOf(route).test(pathname))
    .sort((one, other) => rank(one) - rank(other))[0]
}

const patternOf = (route: string) =>
  new RegExp(`^${route.replace(/\[\.{3}\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+")}$`)
