export * as Embed from "./embed"
