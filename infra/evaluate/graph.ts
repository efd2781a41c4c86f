/** A resource as it would be registered; `inputs` are what AWS would be asked for. */
export type Made = {
  type: string
  name: string
  urn: string
  parent?: string
  // biome-ignore lint/suspicious/noExplicitAny: as many shapes as AWS has resources
  inputs: any
  opts: { protect?: boolean; retainOnDelete?: boolean; ignoreChanges?: string[] }
  provider?: string
}
/** A function as it would be built: what is linked to it, and what is installed beside it. */
export type Built = {
  functionID: string
  handler: string
  links: Record<string, Record<string, unknown>>
  properties: { install?: Record<string, string>; architecture?: string }
}
export type Evaluated = {
  app: { name: string; stage: string; removal: string; protect: boolean }
  outputs: Record<string, unknown>
  resources: Made[]
  builds: Built[]
  warnings: string[]
}

/** Questions to what was evaluated. */
export function graph({ resources, builds, ...rest }: Evaluated) {
  /** All resources of a type such as `aws:sqs/queue:Queue`; the part after the colon is enough. */
  const all = (type: string) =>
    resources.filter((made) => made.type === type || made.type.endsWith(`:${type}`))
  /** The one of a type and a name. */
  const one = (type: string, name: string): Made => {
    const found = all(type).filter((made) => made.name === name)
    if (found.length !== 1 || !found[0]) {
      const others = all(type).map((made) => made.name)
      throw new Error(`${found.length} of ${type} ${name}; there are ${others.join(", ")}`)
    }
    return found[0]
  }
  /** Lambda functions by the last part of their name: `api`, `image-processing`. */
  const lambdas = () => all("aws:lambda/function:Function")
  const lambda = (name: string): Made => {
    const found = lambdas().find(({ inputs }) => inputs.name === `${rest.app.name}-${rest.app.stage}-${name}`)
    if (!found)
      throw new Error(`no function ${name}; there are ${lambdas().map(({ inputs }) => inputs.name)}`)
    return found
  }
  return { ...rest, resources, builds, all, one, lambdas, lambda }
}
export type Graph = ReturnType<typeof graph>
