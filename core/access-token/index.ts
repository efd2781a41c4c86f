export * as AccessToken from "./access-token"
