import { router, siteUrl } from "./cdn"
import { mailFrom } from "./mail"
import { authority, canary, providers } from "./secrets"
import { profile, settings } from "./stage"
import { evidence, media, originals } from "./storage"
import { table } from "./table"
import { escalation } from "./topics"

/** Where browsers reach a bucket: its own host, as the SDK signs it. */
const bucketOrigin = (bucket: sst.aws.Bucket) =>
  $interpolate`https://${bucket.nodes.bucket.bucketRegionalDomainName}`

/** Where public variants are read: through the CDN, in `sst dev` as well. */
const mediaOrigin = new sst.Linkable("MediaOrigin", {
  properties: { url: $interpolate`${router.url}/media` },
})

/** What core/settings.schema.ts reads; nothing of it is secret. */
export const publicSettings = {
  ...(settings.siteName ? { siteName: settings.siteName } : {}),
  ...(settings.operatorName ? { operatorName: settings.operatorName } : {}),
  ...(settings.contactEmail ? { contactEmail: settings.contactEmail } : {}),
  ...(settings.minimumAge === undefined ? {} : { minimumAge: settings.minimumAge }),
  ...(settings.deletionGraceDays === undefined ? {} : { deletionGraceDays: settings.deletionGraceDays }),
  siteUrl,
  mailFrom,
  emailVerification: settings.emailVerification ?? profile.emailVerification,
  // In `sst dev` the site runs on this machine, and no CDN stands before it.
  cdnSecretRequired: !$dev,
  storageOrigin: bucketOrigin(originals),
  privateMediaOrigin: bucketOrigin(media),
  allowAiTraining: settings.allowAiTraining,
  distributionId: router.distributionID,
  limits: settings.limits,
  oauth: settings.oauth,
}
const stageSettings = new sst.Linkable("Settings", { properties: publicSettings })

const whoIsTold = new sst.Linkable("Escalation", { properties: escalation })

const names = [table, originals, media, mediaOrigin, stageSettings]
const { EmailKey, CursorKey, TokenKey } = authority

/** What is linked to whom: a secret only to those who use it. */
export const links = {
  /** Photos and their state. */
  photos: names,
  /** People and what they are told: e-mail addresses, one-time links, cursors. */
  people: [...names, EmailKey, CursorKey, TokenKey],
  /** The same, and what is kept under lock. */
  follow: [...names, evidence, EmailKey, CursorKey, TokenKey],
  /** People, and whom incidents go to. */
  minute: [...names, EmailKey, CursorKey, TokenKey, whoIsTold],
  canary: [stageSettings, media, ...canary],
  server: [...names, ...Object.values(authority), ...providers],
}
