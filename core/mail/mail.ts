export { render, type Template } from "./templates/account"
export { digest } from "./templates/digest"
export { incident } from "./templates/incident"
export { type Mail, send } from "./transport"
