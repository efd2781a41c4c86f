import "server-only"
import type { Channel } from "@/core/channel/channel.schema"
import { site } from "../site"
import { absolute, avatarImage, pageAt } from "./post-facts"
import { wordsIn } from "./words"

type Ending = "xml" | "json"

/** Where the feed of a person or tag is. @param path the page that it belongs to */
export const channelPath = (path: string, ending: Ending, lang: string) =>
  `${path}/feed.${ending}${lang === "en" ? "" : `?lang=${lang}`}`

/** What a feed says of itself. */
export function channelFacts(channel: Channel, ending: Ending) {
  const { lang } = channel
  const t = wordsIn(lang)
  const path = "person" in channel ? `/u/${channel.person.handle}` : `/t/${encodeURIComponent(channel.tag)}`
  return {
    title:
      "person" in channel
        ? `${channel.person.name} (@${channel.person.handle})`
        : t("tagTitle", { tag: channel.tag, site: site.name }),
    description:
      "person" in channel
        ? channel.person.bio || t("personDescription", { name: channel.person.name, site: site.name })
        : t("tagDescription", { tag: channel.tag, site: site.name }),
    page: pageAt(path, lang),
    self: absolute(channelPath(path, ending, lang)),
    icon: "person" in channel ? avatarImage(channel.person)?.url : undefined,
  }
}

/** Feeds of people who want to stay out of search engines say so, too. */
export const robotsOf = (channel: Channel): Record<string, string> =>
  "person" in channel && channel.person.unlisted ? { "x-robots-tag": "noindex" } : {}
