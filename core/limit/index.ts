export { limit, uncount } from "./limit"
