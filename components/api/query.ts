export type PageQuery = { limit?: number; cursor?: string }

/** What a list takes, as a query. */
export const query = ({ limit, cursor }: PageQuery) =>
  new URLSearchParams({ ...(limit && { limit: String(limit) }), ...(cursor && { cursor }) })

/** The address of a list with the place where it goes on, whatever else it asks. */
export const withCursor = (address: string, cursor: string) =>
  `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams({ cursor })}`
