export * as Mail from "./mail"
