import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** The server's function as OpenNext makes it, and a folder with one for each of ours. */
export const serverFolder = at(".open-next/server-functions/default")
export const functionsFolder = at(".bundle")

/** Every function, by the name of its file. */
export const functionNames: readonly string[] = readdirSync(at("functions"))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => file.replace(/\.ts$/, ""))
  .sort()
