import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda"
import { config } from "../../../core/config"
import { functions } from "../../dlq"
import type { Stage } from "../../stage"
import { type Finding, fine, type Step } from "../step"

/** What each function must be told; see `common` in infra/lambda.ts. */
const expected = (stage: Stage): Record<string, string> => ({
  POWERTOOLS_SERVICE_NAME: stage.names.service,
  POWERTOOLS_METRICS_NAMESPACE: "PhotoSharingApp",
})

export const environment: Step = {
  asks: "Is the environment of the functions what it should be?",
  look: ({ stage }) => (stage.isLocal ? local() : deployed(stage)),
}

const secrets = ["AuthSecret", "EmailKey", "CursorKey", "TokenKey"] as const

/** Every link is read as the product reads it. */
async function local(): Promise<Finding> {
  const links: [name: string, read: () => unknown][] = [
    ["App", () => config.stage],
    ["Table", () => config.tableName],
    ["Originals", () => config.originalsBucket],
    ["Media", () => config.mediaBucket],
    ["MediaOrigin", () => config.mediaUrl],
    ["Settings", () => config.settings],
    ...secrets.map((name): (typeof links)[number] => [name, () => config.secret(name)]),
  ]
  const broken = links.flatMap(([name, read]) => {
    try {
      read()
      return []
    } catch (error) {
      return [`${name}: ${(error as Error).message.replaceAll(/\s+/g, " ").slice(0, 200)}`]
    }
  })
  return judged(broken, `${links.length} links are read`)
}

async function deployed(stage: Stage): Promise<Finding> {
  const client = stage.client(LambdaClient)
  const broken: string[] = []
  for (const name of ["api", ...functions]) {
    const FunctionName = stage.names.function(name)
    const is = await client
      .send(new GetFunctionConfigurationCommand({ FunctionName }))
      .catch((error: Error) => {
        if (error.name === "ResourceNotFoundException") return undefined
        throw error
      })
    if (!is) {
      broken.push(`${name}: is not there`)
      continue
    }
    const variables = is.Environment?.Variables ?? {}
    for (const [variable, value] of Object.entries(expected(stage)))
      if (variables[variable] !== value)
        broken.push(`${name}: ${variable} is ${variables[variable] ?? "absent"}`)
    if (is.State && is.State !== "Active")
      broken.push(`${name}: is ${is.State} (${is.StateReason ?? "no reason"})`)
    if (is.LastUpdateStatus === "Failed")
      broken.push(`${name}: its last update failed (${is.LastUpdateStatusReason})`)
  }
  return judged(broken, `${functions.length + 1} functions are active and told what they should be`)
}

const judged = (broken: string[], well: string): Finding =>
  broken.length === 0
    ? fine(`${well}.`)
    : {
        is: "cause",
        found: broken.join("; "),
        means: "A function that lacks what it is told at its start fails at every call.",
        cause: `The live environment is not the expected one: ${broken.slice(0, 3).join("; ")}.`,
        next: "rollback",
      }
