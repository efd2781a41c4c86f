export { type Drift, ofComment, ofPost, ofUser } from "./counters"
export { sampleDrift } from "./sample"
