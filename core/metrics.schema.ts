/** Namespace of the metrics of our own. */
export const ownNamespace = "PhotoSharingApp"

/** Metrics of our own, as they are written into the log, with their units. Their one dimension is `service`. */
export const ownMetrics = {
  Registrations: "Count",
  SignInFailures: "Count",
  Posts: "Count",
  Likes: "Count",
  Comments: "Count",
  Uploads: "Count",
  /** From the last byte to the picture. */
  PhotoReady: "Milliseconds",
  PhotosFailed: "Count",
  /** Photos that are neither ready nor failed, and should be. */
  PhotosStuck: "Count",
  /** From a fact to the last feed that shows it. */
  FanOutLag: "Milliseconds",
  /** Counters that are not what they count. */
  CounterDrift: "Count",
  /** Accounts that should have been erased a day ago. */
  DeletionsOverdue: "Count",
  RateLimitedCalls: "Count",
  /** From log lines: what the CDN forgot, or has still to forget, after more than a minute. */
  InvalidationsLate: "Count",
} as const

export type OwnMetric = keyof typeof ownMetrics
/** Those that the code writes itself. */
export type WrittenMetric = Exclude<OwnMetric, "InvalidationsLate">
