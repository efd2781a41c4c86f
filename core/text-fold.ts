/** The one form of a text, and of a filtered word, that all spellings share; blanks of every kind are one. */
export const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ")
