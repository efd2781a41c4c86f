export * as Feed from "./feed"
