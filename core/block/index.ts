export * as Block from "./block"
