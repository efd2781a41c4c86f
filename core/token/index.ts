export * as Token from "./token"
