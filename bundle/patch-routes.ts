import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"

const file = "node_modules/next/dist/server/base-server.js"

/** What Next 16.4 does anew for each request, and what makes it do that once. */
const patches: readonly (readonly [before: string, after: string])[] = [
  [
    "    getRouteDefinitions() {\n",
    `    getRouteDefinitions() {
        return this.knownRoutes ??= this.readRouteDefinitions();
    }
    readRouteDefinitions() {
`,
  ],
  [
    "    getSortedRouteDefinitions(definitions) {\n",
    `    getSortedRouteDefinitions(definitions) {
        return this.sortedRoutes ??= this.sortRouteDefinitions(definitions);
    }
    sortRouteDefinitions(definitions) {
`,
  ],
  [
    "(0, _routematcher.getRouteMatcher)((0, _routeregex.getRouteRegex)(definition.pathname))(matchPathname)",
    "(definition.matcher ??= (0, _routematcher.getRouteMatcher)((0, _routeregex.getRouteRegex)(definition.pathname)))(matchPathname)",
  ],
]

/**
 * Lets Next's server remember its routes. Behind OpenNext it has no router of its own before it, and then reads all of
 * them from the manifests, sorts them and makes their expressions for every request: a third of what an API call takes.
 * @throws Error where the code is not as it was in the Next that this was written for
 */
export function withRoutesRemembered(source: string): string {
  return patches.reduce((patched, [before, after]) => {
    if (patched.split(before).length !== 2) {
      throw new Error(
        `Next's routes cannot be remembered: ${file} has changed. Look whether it needs this still.`,
      )
    }
    return patched.replace(before, () => after)
  }, source)
}

/** Does that to the built server, in its copy of Next. */
export async function rememberRoutes(serverFolder: string): Promise<void> {
  const target = path.join(serverFolder, file)
  await writeFile(target, withRoutesRemembered(await readFile(target, "utf8")))
}
