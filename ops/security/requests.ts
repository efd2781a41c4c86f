import type { LogSource } from "../logs/source"

/** A request as the server's own log has it: with the visitor's address, which the gateway never sees. */
export type Request = {
  at: number
  address: string
  method: string
  path: string
  status: number
  duration: number
  userId?: string
  userAgent?: string
  requestId: string
}
type Period = { since: number; until: number }

/**
 * The requests of a period, in the order answered.
 * @param more a condition that is asked of them besides, as filter patterns have them
 */
export async function requestsOf(log: LogSource, period: Period, more?: string): Promise<Request[]> {
  const filter = `{ $.message = "request"${more ? ` && (${more})` : ""} }`
  const requests: Request[] = []
  for await (const { at, message } of log.search({ ...period, filter })) {
    const line = JSON.parse(message)
    requests.push({
      at,
      address: line.sourceIp,
      method: line.method,
      path: line.path,
      status: line.status,
      duration: line.duration,
      userId: line.user_id,
      userAgent: line.userAgent,
      requestId: line.request_id,
    })
  }
  return requests
}

export type Block = {
  at: number
  address: string
  country: string
  method: string
  uri: string
  /** The rule that blocked; of a managed group, the rule inside it. */
  rule: string
}

/** What the firewall blocked in a period. */
export async function blocksOf(log: LogSource, period: Period, more?: string): Promise<Block[]> {
  const filter = `{ $.action = "BLOCK"${more ? ` && ${more}` : ""} }`
  const blocks: Block[] = []
  for await (const { at, message } of log.search({ ...period, filter })) {
    const { httpRequest: asked, ruleGroupList = [], terminatingRuleId } = JSON.parse(message)
    const inner = ruleGroupList.find(
      (group: { terminatingRule?: { ruleId: string } }) => group.terminatingRule,
    )
    blocks.push({
      at,
      address: asked.clientIp,
      country: asked.country,
      method: asked.httpMethod,
      uri: asked.uri,
      rule: [terminatingRuleId, inner?.terminatingRule.ruleId].filter(Boolean).join(" › "),
    })
  }
  return blocks
}

/** Items by what they have in common, in the order of the first of each. */
export function grouped<T, K>(items: readonly T[], of: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(of(item))
    if (group) group.push(item)
    else groups.set(of(item), [item])
  }
  return groups
}

/** The most frequent of some values, with how often they are. */
export function most<T>(items: readonly T[], of: (item: T) => string | undefined, count = 10) {
  const tally = new Map<string, number>()
  for (const item of items) {
    const value = of(item)
    if (value) tally.set(value, (tally.get(value) ?? 0) + 1)
  }
  return [...tally]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([value, times]) => ({ value, times }))
}
