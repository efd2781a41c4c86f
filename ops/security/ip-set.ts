import { isIPv4, isIPv6 } from "node:net"
import { GetIPSetCommand, ListIPSetsCommand, UpdateIPSetCommand, WAFV2Client } from "@aws-sdk/client-wafv2"
import { exit, OpsProblem } from "../problem"
import { global, named, type Stage } from "../stage"

type Version = "IPV4" | "IPV6"
/** Addresses that share so many leading bits, as the firewall takes them. */
export type Range = { version: Version; range: string }

/** The widest that is blocked at once, in leading bits: what is wider is a provider, and thousands of people. */
const widest = { IPV4: 16, IPV6: 32 }
const longest = { IPV4: 32, IPV6: 128 }

/**
 * An address, or a range of them, in the one way in which the firewall writes it: `192.0.2.1/32`.
 * @throws OpsProblem for what is none, or too wide
 */
export function rangeOf(text: string): Range {
  const [, address = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? []
  const version = isIPv4(address) ? "IPV4" : isIPv6(address) && !address.includes("%") ? "IPV6" : undefined
  if (!version)
    throw new OpsProblem(`"${text}" is no address.`, "Write 192.0.2.1, 192.0.2.0/24 or 2001:db8::1.")
  const length = bits === undefined ? longest[version] : Number(bits)
  if (length > longest[version]) throw new OpsProblem(`"${text}" is no range of addresses.`)
  if (length < widest[version])
    throw new OpsProblem(`${text} is too wide: /${widest[version]} is the widest.`, "Block parts of it.")
  // URLs write an address of version 6 in its shortest form.
  const shortest = version === "IPV6" ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address
  return { version, range: `${shortest}/${length}` }
}

const laptop = () =>
  new OpsProblem(
    "The local stage has no firewall, and no CDN that vouches for addresses: all its callers are one.",
    "Name another: --stage staging",
  )

/** Everything that is blocked. @throws OpsProblem on a laptop */
export async function blockedRanges(stage: Stage): Promise<Range[]> {
  const sets = await Promise.all((["IPV4", "IPV6"] as const).map((version) => setOf(stage, version)))
  return sets.flatMap(({ version, ranges }) => ranges.map((range) => ({ version, range })))
}

/**
 * Changes what is blocked of one version. Whoever else changes it in the same moment is not overwritten: it is read again.
 * @param change gives the new ranges, or undefined when there is nothing to change
 * @returns whether something was changed
 */
export async function changeBlocked(
  stage: Stage,
  version: Version,
  change: (ranges: string[]) => string[] | undefined,
): Promise<boolean> {
  for (let attempt = 0; ; attempt++) {
    const { ranges, ...set } = await setOf(stage, version)
    const wanted = change(ranges)
    if (!wanted) return false
    try {
      await client(stage).send(new UpdateIPSetCommand({ ...at(set), LockToken: set.lock, Addresses: wanted }))
      return true
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "WAFOptimisticLockException" || attempt === 4)
        throw error
    }
  }
}

const client = (stage: Stage) => stage.client(WAFV2Client, global)
const at = ({ name, id }: { name: string; id: string }) => ({
  Scope: "CLOUDFRONT" as const,
  Name: name,
  Id: id,
})

async function setOf(stage: Stage, version: Version) {
  if (stage.isLocal) throw laptop()
  const name = named(stage.name, `blocked-${version.toLowerCase()}`)
  let NextMarker: string | undefined
  do {
    const page = await client(stage).send(new ListIPSetsCommand({ Scope: "CLOUDFRONT", NextMarker }))
    const found = page.IPSets?.find((set) => set.Name === name)
    if (found?.Id) {
      const { IPSet, LockToken } = await client(stage).send(new GetIPSetCommand(at({ name, id: found.Id })))
      return { name, id: found.Id, version, lock: LockToken, ranges: IPSet?.Addresses ?? [] }
    }
    NextMarker = page.NextMarker
  } while (NextMarker)
  throw new OpsProblem(
    `Stage ${stage.name} has no set ${name}.`,
    "It comes with the deployment: scripts/deploy.sh --help",
    exit.nothing,
  )
}
