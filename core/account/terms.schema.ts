/** The edition of the terms in force: the day of its last change. Whoever joins agrees to it, and the account notes it. */
export const termsVersion = "2026-11-29"
/** The same of what the site says about data. */
export const privacyVersion = "2026-11-29"
