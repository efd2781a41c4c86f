export * as Drill from "./drill"
