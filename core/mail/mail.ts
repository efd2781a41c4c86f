export { render, type Template } from "./templates"
export { type Mail, send } from "./transport"
