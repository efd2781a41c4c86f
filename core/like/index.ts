export * as Like from "./like"
