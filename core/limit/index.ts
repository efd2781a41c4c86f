export { limit } from "./limit"
