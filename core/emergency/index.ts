export * as Emergency from "./emergency"
