/** For how long things are kept that the page about privacy names, in days; tests hold them against what keeps them. */
export const retention = {
  /** A session, since it was last used. */
  session: 30,
  /** What a browser is known by at its next sign-in. */
  device: 400,
  /** Copies of the table that it can be put back to. */
  backups: 35,
  /** Earlier versions of originals in storage. */
  versions: 30,
  /** Logs, at the most. */
  logs: 90,
  notification: 90,
  handle: 365,
} as const
