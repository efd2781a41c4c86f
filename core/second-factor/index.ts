export * as SecondFactor from "./second-factor"
