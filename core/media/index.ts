export * as Media from "./media"
