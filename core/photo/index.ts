export * as Photo from "./photo"
