export * as Passkey from "./passkey"
