export * as Integrity from "./integrity"
