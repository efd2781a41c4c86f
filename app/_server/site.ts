import "server-only"
import { config } from "@/core/config"

/** What pages say about the site itself. */
export const site = {
  get name() {
    return config.settings.siteName
  },
  /** Its origin, without a slash at the end. */
  get url() {
    return config.settings.siteUrl
  },
  /** Which stage this is: `production`. */
  get stage() {
    return config.stage
  },
  /** The most that a photo may have, in bytes. */
  get photoBytes() {
    return config.settings.limits.photoBytes
  },
  /** What crawlers may do depends on these. */
  get crawling() {
    return { stage: config.stage, allowAiTraining: config.settings.allowAiTraining }
  },
  /** How old one has to be to join. */
  get minimumAge() {
    return config.settings.minimumAge
  },
  /** For how many days a deleted account can come back. */
  get graceDays() {
    return config.settings.deletionGraceDays
  },
  /** Who runs it, and where they are written to. */
  get operator() {
    return { name: config.settings.operatorName, email: config.settings.contactEmail }
  },
  /** Where public variants are read. */
  get mediaOrigin() {
    return config.mediaUrl
  },
}
