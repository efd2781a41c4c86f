import { CloudWatchClient, GetDashboardCommand } from "@aws-sdk/client-cloudwatch"
import { z } from "zod"
import { exit, OpsProblem } from "./problem"
import type { Stage } from "./stage"

const Body = z.looseObject({
  widgets: z
    .array(z.looseObject({ type: z.string(), properties: z.record(z.string(), z.unknown()).default({}) }))
    .min(1),
})

/** @throws OpsProblem when a text is no dashboard */
export function parseBody(text: string, from: string): z.output<typeof Body> {
  try {
    return Body.parse(JSON.parse(text))
  } catch {
    throw new OpsProblem(`${from} is no dashboard: it has no widgets.`)
  }
}

/** What the stage's dashboard shows. @throws OpsProblem when there is none */
export async function bodyOf(stage: Stage): Promise<z.output<typeof Body>> {
  const DashboardName = stage.names.dashboard
  try {
    const { DashboardBody = "" } = await stage
      .client(CloudWatchClient)
      .send(new GetDashboardCommand({ DashboardName }))
    return parseBody(DashboardBody, DashboardName)
  } catch (error) {
    if (!(error instanceof Error) || !/ResourceNotFound|DashboardNotFound/.test(error.name)) throw error
    throw new OpsProblem(`There is no dashboard ${DashboardName}.`, "A deployment makes it.", exit.nothing)
  }
}
