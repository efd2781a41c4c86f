export * as Post from "./post"
