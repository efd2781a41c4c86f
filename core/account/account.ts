export { changePassword, forgotPassword, resetPassword } from "./password"
export { resendVerification } from "./resend"
export { signUp, verify } from "./sign-up"
export { restore, setRole, signOut, suspend } from "./standing"
