export { discardLetter, letter, letterCounts, letters, redriveLetter } from "./dead-letters"
export { cost, type OverviewView, overview, pricesOf } from "./overview"
export { find, person, setStanding, signOut } from "./people"
export { audit, handlesIn } from "./trail"
