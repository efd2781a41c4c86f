export { discardLetter, letter, letterCounts, letters, redriveLetter } from "./dead-letters"
export { find, person, setStanding, signOut } from "./people"
export { audit, handlesIn } from "./trail"
