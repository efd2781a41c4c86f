import crypto from "node:crypto"
import { writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { answerOf, lookUps } from "./answers"
import type { Order } from "./evaluate"
import { plain, recordResources } from "./record"
import { startRpc } from "./rpc"

// Boots the program as SST's CLI does, on Pulumi's mocks; see evaluate.ts.
const order: Order = JSON.parse(process.env.EVALUATE ?? "{}")
delete process.env.EVALUATE
const errors: string[] = []
const warnings: string[] = []
const fault = (what: unknown) =>
  void errors.push(what instanceof Error ? (what.stack ?? what.message) : String(what))
process.on("unhandledRejection", fault)
process.on("uncaughtException", fault)

// Names that the platform draws by lot are always the same here.
const { randomBytes } = crypto
crypto.randomBytes = ((size: number, ...rest: []) =>
  size === 8 ? Buffer.alloc(8, 1) : randomBytes(size, ...rest)) as typeof randomBytes

const require = createRequire(path.join(order.platform, "package.json"))
// Dynamic resources write their provider down as text: slow, and nobody reads it here.
const closure = require.resolve("@pulumi/pulumi/runtime/closure/serializeClosure")
require.cache[closure] = {
  exports: { serializeFunction: async () => ({ text: "", containsSecrets: false }) },
} as NodeModule

const rpc = await startRpc(order)
process.env.SST_SERVER = rpc.url
const paths = {
  home: order.root,
  root: order.root,
  work: path.join(order.root, ".sst"),
  platform: order.platform,
}
const app = { name: "", stage: order.stage, removal: "retain", protect: false, providers: {} }
Object.assign(globalThis, {
  $dev: order.dev,
  $cli: {
    command: order.dev ? "dev" : "deploy",
    rpc: rpc.url,
    home: order.root,
    state: { version: {} },
    paths,
  },
  $app: app,
})
const { config, run, pulumi } = await import(pathToFileURL(order.program).href)
Object.assign(app, await config.app({ stage: order.stage }))
const { aws } = app.providers as { aws: { region: string } }
process.env.SST_AWS_REGION = aws.region
const tags = { "sst:app": app.name, "sst:stage": app.stage }
pulumi.runtime.setAllConfig({ "aws:region": aws.region, "aws:defaultTags": JSON.stringify({ tags }) })

type Call = {
  token: string
  type: string
  name: string
  inputs: unknown
  provider?: string
  id?: string
  custom?: boolean
}
await pulumi.runtime.setMocks(
  {
    newResource: ({ type, name, inputs, provider, id, custom }: Call) => {
      const region = record.regionOf(plain(inputs), provider, aws.region)
      const { id: own, ...state } = answerOf(type, name, plain(inputs), region)
      return {
        id: id || (custom === false ? undefined : (own ?? `${name}-id`)),
        state: { ...(inputs as object), ...state },
      }
    },
    call: ({ token, inputs, provider }: Call) => {
      const lookUp = lookUps[token]
      if (!lookUp) throw new Error(`The evaluation answers no look-up ${token}.`)
      return lookUp(plain(inputs), record.regionOf(inputs, provider, aws.region))
    },
  },
  app.name,
  app.stage,
  false,
  "organization",
)
const record = recordResources(require, fault)
const log = require("@pulumi/pulumi/log")
log.warn = async (message: string) => void warnings.push(message)
log.error = async (message: string) => fault(message)

let outputs: unknown
let done = false
// Nothing left to do is how a program of Pulumi ends: everything that was to follow has followed.
process.once("beforeExit", () => {
  if (!done && errors.length === 0) fault("The program never ended: an output never came.")
  if (record.waiting.count > 0) fault(`${record.waiting.count} resources were never registered.`)
  if (errors.length > 0) {
    const made = record.made.filter(({ type }) => !type.startsWith("pulumi:"))
    process.stderr.write(`${errors.join("\n")}\nUntil then ${made.length} resources were made.\n`)
    process.exit(1)
  }
  const resources = record.made.sort((a, b) => (a.type + a.name < b.type + b.name ? -1 : 1))
  writeFileSync(order.out, JSON.stringify({ app, outputs, resources, builds: rpc.builds, warnings }))
  process.exit(0)
})
pulumi.runtime
  .runInPulumiStack(() => run(config.run))
  .then((given: unknown) => {
    outputs = plain(given)
    done = true
  }, fault)
