export * as SignIn from "./sign-in"
