export * as Account from "./account"
