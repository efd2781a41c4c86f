import type { Made } from "./graph"

// biome-ignore lint/suspicious/noExplicitAny: Pulumi's own values, which have no types of their own here
type Any = any
type Require = (name: string) => Any

const signature = "4dabf18193072939515e22adb298388d"
const secret = "1b47061264138c4ac30d75fd1eb44270"

/** A value of Pulumi as plain JSON: secrets opened, assets named, closures left out. */
export function plain(value: Any): Any {
  if (value === null || typeof value !== "object") return value
  if (Array.isArray(value)) return value.map(plain)
  if (value[signature] === secret) return plain(value.value)
  if (value.__pulumiAsset) return { $asset: value.path ?? value.text ?? value.uri }
  if (value.__pulumiArchive) return { $archive: value.path ?? Object.keys(value.assets ?? {}) }
  const entries = Object.entries(value).filter(([key, inner]) => key !== "__provider" && inner !== undefined)
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]))
}

/**
 * Writes down every resource that is registered with Pulumi's mocks, with its options, which the mocks do not show.
 * @param fault is told what a real engine would refuse
 */
export function recordResources(require: Require, fault: (what: unknown) => void) {
  const made: Made[] = []
  const byUrn = new Map<string, Made>()
  const waiting = { count: 0 }
  const { deserializeProperties } = require("@pulumi/pulumi/runtime/rpc")
  const monitor = require("@pulumi/pulumi/runtime/settings").getMonitor()
  const register = monitor.registerResource.bind(monitor)
  monitor.registerResource = (request: Any, done: (error: unknown, response: Any) => void) => {
    const { urn: _, ...resource } = shown(request, deserializeProperties)
    waiting.count++
    register(request, (error: unknown, response: Any) => {
      waiting.count--
      if (error) fault(error)
      else {
        const whole = { ...resource, urn: response.getUrn() as string }
        if (byUrn.has(whole.urn)) fault(`Two resources are ${whole.urn}`)
        byUrn.set(whole.urn, whole)
        made.push(whole)
      }
      done(error, response)
    })
  }
  /** The region of a resource: its own, its provider's, else that of the program. */
  const regionOf = (inputs: Any, provider: string | undefined, otherwise: string): string => {
    const urn = provider?.split("::").slice(0, -1).join("::") ?? ""
    return inputs?.region ?? byUrn.get(urn)?.inputs.region ?? otherwise
  }
  return { made, waiting, regionOf }
}

const shown = (request: Any, deserialize: (object: Any) => Any): Made => ({
  type: request.getType(),
  name: request.getName(),
  urn: "",
  parent: request.getParent()?.split("::").at(-1) || undefined,
  inputs: plain(deserialize(request.getObject())),
  opts: {
    protect: request.getProtect() || undefined,
    retainOnDelete: request.getRetainondelete() || undefined,
    ignoreChanges: request.getIgnorechangesList(),
  },
  provider: request.getProvider()?.split("::").at(-2),
})
