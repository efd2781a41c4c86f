export { default, generateMetadata } from "./explore/page"
