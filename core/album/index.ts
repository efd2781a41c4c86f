export * as Album from "./album"
