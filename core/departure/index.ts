export * as Departure from "./departure"
