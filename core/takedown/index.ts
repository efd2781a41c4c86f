export * as Takedown from "./takedown"
