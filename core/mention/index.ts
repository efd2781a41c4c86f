export * as Mention from "./mention"
