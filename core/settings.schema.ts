import { z } from "zod"

/** Bounds that a stage may change; the defaults are the product's. Bytes, seconds, counts. */
export const Limits = z.object({
  photoBytes: z
    .int()
    .positive()
    .default(25 * 1024 * 1024),
  photosPerDay: z.int().positive().default(500),
  bytesPerDay: z
    .int()
    .positive()
    .default(5 * 1024 ** 3),
  signUpsPerHour: z.int().positive().default(20),
  signInsPerQuarterHour: z.int().positive().default(10),
  signInsPerQuarterHourByAddress: z.int().positive().default(60),
  mailsPerHour: z.int().positive().default(5),
  uploadsPerMinute: z.int().positive().default(120),
  handleChangesPerWeek: z.int().positive().default(3),
  writesPerMinute: z.int().positive().default(120),
  commentsPerMinute: z.int().positive().default(20),
  followsPerDay: z.int().positive().default(400),
  /** Above so many followers an account's posts, or a tag's, are pulled by readers instead of written to each feed. */
  fanOutFollowers: z.int().positive().default(5000),
  searchesPerMinute: z.int().positive().default(60),
  /** How large a part of an archive gets, unless one photo alone is larger. */
  archivePartBytes: z
    .int()
    .positive()
    .default(512 * 1024 * 1024),
  blocksPerDay: z.int().positive().default(400),
  reportsPerDay: z.int().positive().default(50),
  takedownsPerDay: z.int().positive().default(10),
  /** What is brought in from an archive counts apart: years of photos come at once, and are made one after another. */
  importPhotosPerDay: z.int().positive().default(5000),
  importBytesPerDay: z
    .int()
    .positive()
    .default(50 * 1024 ** 3),
  /** The size of one file of an archive that is brought in. */
  importFileBytes: z
    .int()
    .positive()
    .default(10 * 1024 ** 3),
  importsPerDay: z.int().positive().default(20),
})
export type Limits = z.output<typeof Limits>

const issuer = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ""))

/** With whom people may sign in besides a password. Their secrets are linked as `GoogleSecret` and so on. */
export const OAuth = z.strictObject({
  google: z
    .strictObject({ clientId: z.string().min(1), issuer: issuer.default("https://accounts.google.com") })
    .optional(),
  /** `site` and `api` differ for GitHub Enterprise. */
  github: z
    .strictObject({
      clientId: z.string().min(1),
      site: issuer.default("https://github.com"),
      api: issuer.default("https://api.github.com"),
    })
    .optional(),
  cognito: z.strictObject({ clientId: z.string().min(1), issuer }).optional(),
})

/** What a stage decides, linked as `Settings`. Nothing here is secret. */
export const Settings = z.object({
  siteName: z.string().min(1).max(40).default("Ichimai"),
  /** Origin that people see in the address bar, without a slash at the end. */
  siteUrl: z.url(),
  mailFrom: z.string().min(3),
  /** Whether an account must confirm its e-mail address before it can sign in. */
  emailVerification: z.enum(["required", "optional"]),
  /** Whether API calls must carry the header that only the CDN adds. */
  cdnSecretRequired: z.boolean(),
  /** Origin that browsers send uploads to and read signed photos from. */
  storageOrigin: z.url(),
  /** Origin of signed variants, where the bucket of variants has a host of its own. */
  privateMediaOrigin: z.url().optional(),
  /** Whether crawlers that collect pictures and texts to train models are let in; see robots.txt. */
  allowAiTraining: z.boolean().default(false),
  /** The CDN's distribution, which forgets what is no longer for everybody; none where there is no CDN. */
  distributionId: z.string().min(1).optional(),
  /** Who runs the site, and where they are written to: on the pages about terms and privacy. */
  operatorName: z.string().min(1).max(80).default("The Example Photo Club"),
  contactEmail: z.email().default("privacy@example.com"),
  /** How old somebody has to be to join. */
  minimumAge: z.int().min(13).max(21).default(13),
  /** Days between asking for an account to be deleted and its erasing, in which one can come back. */
  deletionGraceDays: z.int().min(0).max(90).default(14),
  /**
   * Holds what new accounts post until somebody has looked at it; off by itself. An account is new until it is so many
   * days old and has so many posts, and as long as a decision against it stands.
   */
  holdNewAccounts: z
    .strictObject({ days: z.int().min(0).max(365), posts: z.int().min(0).max(1000) })
    .optional(),
  limits: Limits.prefault({}),
  oauth: OAuth.prefault({}),
})
export type Settings = z.output<typeof Settings>
