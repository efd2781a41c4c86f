export * as Import from "./import"
