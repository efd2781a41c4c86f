export * as Image from "./image"
