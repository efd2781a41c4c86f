export * as Release from "./release"
