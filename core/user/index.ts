export * as User from "./user"
