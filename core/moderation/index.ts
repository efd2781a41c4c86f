export * as Moderation from "./moderation"
