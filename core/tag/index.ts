export * as Tag from "./tag"
