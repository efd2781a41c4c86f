export { type Change, project } from "./stream"
