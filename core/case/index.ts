export * as Case from "./case"
