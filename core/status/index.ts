export * as Status from "./status"
