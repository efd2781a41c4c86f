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
  /** Where public variants are read. */
  get mediaOrigin() {
    return config.mediaUrl
  },
}
