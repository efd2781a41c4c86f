import type { EntityItem } from "electrodb"
import { AppError } from "../error"
import { table } from "../table"
import type { AppealEntity, DecisionEntity } from "./moderation.entity"

export type AppealRow = EntityItem<typeof AppealEntity>
export type DecisionRow = EntityItem<typeof DecisionEntity>

/** @throws AppError `not_found` */
export async function decisionRow(decisionId: string): Promise<DecisionRow> {
  const { data } = await table().decision.get({ decisionId }).go({ consistent: true })
  if (!data) throw new AppError("not_found")
  return data
}

/** What was said against a decision. */
export async function appealOf(decisionId: string): Promise<AppealRow | undefined> {
  const { data } = await table().appeal.get({ decisionId }).go({ consistent: true })
  return data ?? undefined
}
