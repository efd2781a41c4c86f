export { changePassword, forgotPassword, resetPassword } from "./password"
export { signUp, verify } from "./sign-up"
