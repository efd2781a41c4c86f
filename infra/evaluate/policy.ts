import type { Graph, Made } from "./graph"

export type Statement = {
  Effect: "Allow" | "Deny"
  Action: string[]
  Resource: string[]
  Principal?: Record<string, string[]>
  Condition?: Record<string, Record<string, string[]>>
}

export const statementsOf = (policy: string | { Statement: Statement[] }): Statement[] =>
  typeof policy === "string" ? JSON.parse(policy).Statement : policy.Statement

/** The role that something runs as. */
export function roleOf(graph: Graph, arn: string): Made {
  const found = graph.all("aws:iam/role:Role").find(({ inputs }) => arn.endsWith(`:role/${inputs.name}`))
  if (!found) throw new Error(`no role ${arn}`)
  return found
}

/** What a role may do by itself, beside managed policies. */
export const inlineOf = (role: Made): Statement[] =>
  (role.inputs.inlinePolicies ?? []).flatMap(({ policy }: { policy: string }) => statementsOf(policy))

/** What a function may do: action → where, as `action on last part of the resource`. */
export function allowedTo(graph: Graph, name: string): string[] {
  const statements = inlineOf(roleOf(graph, graph.lambda(name).inputs.role))
  return statements
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((where) => `${action} ${short(graph, where)}`)),
    )
    .sort()
}

function short(graph: Graph, arn: string): string {
  const { originals, media, evidence } = graph.outputs as Record<string, string>
  return arn
    .replace(`arn:aws:s3:::${originals}`, "originals")
    .replace(`arn:aws:s3:::${media}`, "media")
    .replace(`arn:aws:s3:::${evidence}`, "evidence")
    .replace(/^arn:aws:(\w+):[\w-]*:\d{12}:/, "$1:")
    .replaceAll(`${graph.app.name}-${graph.app.stage}-`, "")
}
