export * as Share from "./share"
