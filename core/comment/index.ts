export * as Comment from "./comment"
