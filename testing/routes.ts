import { readdirSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

export type RouteModule = Record<
  string,
  (
    request: Request,
    context: { params: Promise<Record<string, string | string[]>> },
  ) => Response | Promise<Response>
>
export type RouteFile = {
  /** As Next names it: `/api/users/[handle]`. */
  pattern: string
  load: () => Promise<RouteModule>
}

const app = fileURLToPath(new URL("../app", import.meta.url))

/** Every route file under app/, found in the folders as Next finds them. */
export const routeFiles: readonly RouteFile[] = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts" && !file.startsWith("_"))
  .sort()
  .map((file) => ({
    pattern: `/${path.dirname(file).split(path.sep).join("/")}`,
    load: () => import(path.join(app, file)),
  }))

export type Match = { file: RouteFile; params: Record<string, string | string[]> }

/** The route file that serves a path, as Next chooses it: words before parameters, `[...rest]` last, the nearest first. */
export function routeOf(pathname: string): Match {
  const found = routeFiles
    .flatMap((file) => {
      const params = paramsOf(file.pattern, pathname)
      return params ? [{ file, params }] : []
    })
    .sort((a, b) => rank(a.file) - rank(b.file))[0]
  if (!found) throw new Error(`No route file serves ${pathname}.`)
  return found
}

const rank = ({ pattern }: RouteFile) =>
  (pattern.includes("[...") ? 1000 - 10 * pattern.split("/").length : 0) + pattern.split("[").length

function paramsOf(pattern: string, pathname: string): Match["params"] | undefined {
  const names: string[] = []
  const source = pattern
    .replaceAll(".", "\\.")
    .replace(/\[(\\\.\\\.\\\.)?(\w+)\]/g, (_, rest: string | undefined, name: string) => {
      names.push(rest ? `...${name}` : name)
      return rest ? "(.+)" : "([^/]+)"
    })
  const match = new RegExp(`^${source}$`).exec(pathname)
  return (
    (match &&
      Object.fromEntries(
        names.map((name, i) => {
          const value = match[i + 1] ?? ""
          return name.startsWith("...")
            ? [name.slice(3), value.split("/").map(decodeURIComponent)]
            : [name, decodeURIComponent(value)]
        }),
      )) ??
    undefined
  )
}
