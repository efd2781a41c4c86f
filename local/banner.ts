import path from "node:path"
import { styleText } from "node:util"
import type { Endpoints } from "./environment"

const lines = (rows: [name: string, value: string][]) => {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${styleText("dim", name.padEnd(width))}  ${value}`).join("\n")
}

/** What runs, where it is, and what to do next. */
export function banner(options: {
  endpoints: Endpoints
  dataDir: string
  withSite: boolean
  seconds: number
}) {
  const { endpoints, dataDir, withSite, seconds } = options
  const ready = withSite ? "is ready" : "runs without the site"
  return [
    "",
    `  ${styleText("bold", "Ichimai")} ${ready} ${styleText("dim", `(${seconds.toFixed(1)} s)`)}`,
    "",
    lines([
      ...(withSite ? [["Site", styleText("cyan", endpoints.site)] satisfies [string, string]] : []),
      ["Mail", styleText("cyan", endpoints.desk)],
      ["Table", endpoints.dynamo],
      ["Storage", endpoints.s3],
      ["Data", shortPath(dataDir)],
    ]),
    "",
    lines([
      ["Demo data", "npm run seed (in another terminal)"],
      ["Stop", "Ctrl+C"],
    ]),
    "",
  ].join("\n")
}

/** From here when it is below, else in full. */
function shortPath(folder: string) {
  const relative = path.relative("", folder)
  return relative.startsWith("..") || relative === "" ? folder : relative
}
