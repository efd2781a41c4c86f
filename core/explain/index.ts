export * as Explain from "./explain"
