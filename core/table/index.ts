export { dynamo } from "./client"
export { isRefusal, unlessRefused } from "./refusal"
export { service, table } from "./table"
export { type Entities, type Refusals, refused, transact } from "./transact"
