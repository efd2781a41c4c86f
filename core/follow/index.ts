export * as Follow from "./follow"
