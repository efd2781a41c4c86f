import type { SearchType } from "@/core/search/search.schema"

/** What a page of results shows. */
export type Sought = { q: string; type: SearchType; camera: string }

/** The query of a search in an address, without what is as usual. */
export function soughtQuery({ q, type, camera }: Sought): Record<string, string> {
  return {
    ...(q && { q }),
    ...(type !== "posts" && { type }),
    ...(camera && { camera }),
  }
}

/** The page of a search, and where the API finds the same. */
export const searchPath = (sought: Sought) => `/search?${new URLSearchParams(soughtQuery(sought))}`
