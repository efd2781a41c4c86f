/** Sections of docs/operations.md that say what to do when something of infra/ raises its voice, by their headings. */
export const sections = {
  apiErrors: "The API answers with errors",
  apiLatency: "The API is slow",
  errorBudget: "The error budget burns",
  functions: "A function fails",
  throttles: "A function is throttled",
  deadLetters: "Dead letters",
  stream: "The stream is late",
  table: "The table is throttled",
  cdn: "The CDN answers with errors",
  firewall: "The firewall blocks much",
  photos: "Photos are late, stuck or fail",
  invalidations: "The CDN forgets too late",
  feeds: "Feeds are late",
  counters: "Counters drift",
  deletions: "Deletions are overdue",
  signIns: "Sign-ins fail",
  limits: "Many calls are limited",
  mail: "Mails bounce or are complained of",
  cost: "The bill grows",
  canary: "The canary fails",
} as const
export type Section = keyof typeof sections

/** As GitHub makes an anchor of a heading. */
export const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-")
