export * as Cost from "./cost"
