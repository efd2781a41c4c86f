export * as Cdn from "./cdn"
