export { type ClientOptions, SiteClient } from "./site-client"
export { type Patience, SiteProblem } from "./site-http"
