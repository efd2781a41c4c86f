export * as Canary from "./canary"
