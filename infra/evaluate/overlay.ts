import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { root } from "./platform"

const skipped = new Set([".sst", ".git", ".next", ".open-next", ".local", "node_modules"])

/** A root to evaluate in: links to what is in ours, and a build of the site that is as small as one can be. */
export function overlay(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "evaluate-"))
  for (const name of readdirSync(root)) {
    if (!skipped.has(name)) symlinkSync(path.join(root, name), path.join(folder, name))
  }
  for (const [file, content] of Object.entries(build)) {
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, typeof content === "string" ? content : JSON.stringify(content))
  }
  return folder
}

const made = (name: string) => ({ handler: "index.handler", bundle: `.open-next/${name}` })
const nothing = "export const handler = async () => ({})\n"

/** What `npm run bundle` leaves, as open-next.config.ts has it: one server, and nothing that is revalidated. */
const build: Record<string, unknown> = {
  ".open-next/server-functions/default/index.mjs": nothing,
  ".open-next/image-optimization-function/index.mjs": nothing,
  ".open-next/assets/BUILD_ID": "evaluated",
  ".open-next/assets/favicon.ico": "x",
  ".open-next/assets/sw.js": "x",
  ".open-next/assets/_next/static/chunks/main.js": "x",
  ".next/BUILD_ID": "evaluated",
  ".next/routes-manifest.json": { basePath: "" },
  ".next/prerender-manifest.json": { version: 4, routes: {} },
  ".open-next/open-next.output.json": {
    edgeFunctions: {},
    origins: {
      s3: { type: "s3", originPath: "_assets", copy: [] },
      imageOptimizer: { type: "function", ...made("image-optimization-function"), streaming: false },
      default: {
        type: "function",
        ...made("server-functions/default"),
        streaming: false,
        wrapper: "aws-lambda",
        converter: "aws-apigw-v2",
      },
    },
    behaviors: [],
    additionalProps: {
      disableIncrementalCache: true,
      disableTagCache: true,
      warmer: made("warmer-function"),
    },
  },
}
