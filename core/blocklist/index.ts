export * as Blocklist from "./blocklist"
