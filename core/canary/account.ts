/** Who the canary is. Nothing is ever delivered below `.invalid`, and nothing is ever sent there. */
export const account = { handle: "canary", email: "canary@canary.invalid" } as const
