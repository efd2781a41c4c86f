export { account, enrol } from "./enrol"
export { complaint, isFine } from "./outcome"
export { type PlayOptions, play } from "./play"
