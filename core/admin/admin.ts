export { find, person, setStanding, signOut } from "./people"
export { audit, handlesIn } from "./trail"
