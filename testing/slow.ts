/** Marks a test that takes long: `npm run thorough` runs it, `npm run check` does not wait for it. */
export const slow = { tags: ["slow"] }

/** The same for a test that takes longer than others may; `timeout` in milliseconds. */
export const slowWithin = (timeout: number) => ({ ...slow, timeout })
