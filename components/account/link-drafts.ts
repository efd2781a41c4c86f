/** One row of the form: an address as it is written, and what it is called. */
export type LinkDraft = { key: string; url: string; label: string }

const isBlank = ({ url, label }: LinkDraft) => url.trim() === "" && label.trim() === ""

/** The rows that say something. */
export const written = (drafts: readonly LinkDraft[]) => drafts.filter((draft) => !isBlank(draft))

/** The rows as the API takes them: nobody types https://. */
export const linksOf = (drafts: readonly LinkDraft[]) =>
  drafts.map(({ url, label }) => ({ url: withScheme(url.trim()), ...(label.trim() && { label }) }))

// A colon may begin a port, so only what looks like a scheme is left as it is; the server judges it.
const withScheme = (address: string) =>
  /^[a-z][a-z\d+-]*:(?!\d)|^\/\//i.test(address) ? address : `https://${address}`
