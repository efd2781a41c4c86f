import { Moderation } from "../moderation"
import type { Change } from "./stream"

type Rows<Row> = { before: Row | undefined; after: Row | undefined }
const rows = <Row>(change: Change) => change as unknown as Rows<Row>

/** What moderators decided is told to whom it concerns. */
export const followDecisions = {
  decision: (change: Change) => Moderation.decided(rows<Moderation.DecisionRow>(change)),
  appeal: (change: Change) => Moderation.appealed(rows<Moderation.AppealRow>(change)),
}
