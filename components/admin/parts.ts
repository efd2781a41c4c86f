/** The pages of those who run the site, in the order of their navigation. */
export const parts = [
  { part: "health", href: "/admin" },
  { part: "reports", href: "/admin/reports" },
  { part: "deadLetters", href: "/admin/dead-letters" },
  { part: "people", href: "/admin/people" },
  { part: "explain", href: "/admin/explain" },
  { part: "audit", href: "/admin/audit" },
  { part: "cost", href: "/admin/cost" },
] as const

export type Part = (typeof parts)[number]["part"]
