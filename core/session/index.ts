export * as Session from "./session"
