export * as Guest from "./guest"
