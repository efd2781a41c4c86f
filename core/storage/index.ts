export * as Storage from "./storage"
