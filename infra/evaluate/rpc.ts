import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import path from "node:path"
import type * as Esbuild from "esbuild"
import { account } from "./answers"
import type { Order } from "./evaluate"
import type { Built } from "./graph"

type Build = Built & { bundle?: string; links?: Built["links"] }
type Calls = Record<string, (input: never) => unknown>

/**
 * Answers the calls that the platform makes to SST's CLI, on loopback: where assets go, and how functions are built.
 * @returns its address, and every function that was to be built
 */
export async function startRpc(order: Order) {
  const builds: Built[] = []
  const calls: Calls = {
    "Provider.Aws.Bootstrap": ({ region }: { region: string }) => ({
      asset: `sst-asset-${region}`,
      state: `sst-state-${region}`,
      assetEcrRegistryId: account,
      assetEcrUrl: `${account}.dkr.ecr.${region}.amazonaws.com/sst-asset`,
    }),
    "Provider.Aws.Appsync": () => ({ http: "appsync.example", realtime: "realtime.example" }),
    // In `sst dev` nothing is built before it is called.
    "Runtime.AddTarget": (input: Build) => Boolean(builds.push(shown(input))),
    "Runtime.Build": (input: Build) => {
      builds.push(shown(input))
      return build(order, input)
    },
  }
  const server = createServer(async (request, response) => {
    let body = ""
    for await (const chunk of request) body += chunk
    const { method, params } = JSON.parse(body)
    const answer = await answerTo(calls, method, params[0])
    response.setHeader("connection", "close").end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  server.unref()
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, builds }
}

const shown = ({ functionID, handler, links, properties }: Build): Built => ({
  functionID,
  handler,
  links: links ?? {},
  properties,
})

async function answerTo(calls: Calls, method: string, input: unknown) {
  try {
    const call = calls[method]
    if (!call) throw new Error(`The evaluation answers no call ${method}.`)
    return { result: await call(input as never) }
  } catch (error) {
    return { error: String(error) }
  }
}

/** As the CLI checks a function: its file is there, compiles, and exports the handler. */
async function build(order: Order, { functionID, handler, bundle }: Build) {
  const out = path.join(order.root, ".sst/artifacts", `${functionID}-src`)
  mkdirSync(out, { recursive: true })
  const [, name = "", exported = ""] = /^(.*)\.([^./]+)$/.exec(handler) ?? []
  const base = path.join(bundle ?? order.realRoot, name)
  const file = [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs"].map((end) => base + end).find(existsSync)
  if (!file) return { handler, out, errors: [`Handler not found: ${name}`], sourcemaps: [] }
  if (bundle) return { handler, out: bundle, errors: [], sourcemaps: [] }
  const esbuild = createRequire(path.join(order.platform, "package.json"))("esbuild") as typeof Esbuild
  const made = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  })
  const exports = Object.values(made.metafile.outputs)[0]?.exports ?? []
  const errors = exports.includes(exported) ? [] : [`${handler}: no export "${exported}"`]
  writeFileSync(path.join(out, "bundle.mjs"), made.outputFiles[0]?.text ?? "")
  return { handler: `bundle.${exported}`, out, errors, sourcemaps: [] }
}
