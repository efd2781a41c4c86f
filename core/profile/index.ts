export * as Profile from "./profile"
