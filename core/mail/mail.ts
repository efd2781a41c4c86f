export { render, type Template } from "./templates/account"
export { digest } from "./templates/digest"
export { type Mail, send } from "./transport"
