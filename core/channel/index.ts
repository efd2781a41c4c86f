export * as Channel from "./channel"
