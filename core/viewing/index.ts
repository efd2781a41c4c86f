export * as Viewing from "./viewing"
