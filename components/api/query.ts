export type PageQuery = { limit?: number; cursor?: string }

/** What a list takes, as a query. */
export const query = ({ limit, cursor }: PageQuery) =>
  new URLSearchParams({ ...(limit && { limit: String(limit) }), ...(cursor && { cursor }) })
