import { config } from "../../core/config"
import { given } from "../given"
import { newCast } from "./cast"
import { about, aboutPerson, everybody, type Row, type Where } from "./row"

/** What leaves the site is a visitor's view, whoever asks: of what is not for everybody, nobody gets anything. */
export async function outside(): Promise<Row[]> {
  const [cast, closed] = [await newCast(), await newCast({ private: true })]
  const { owner } = cast
  const [open, limited, secret] = [
    await given.post(owner, { caption: "#outsidetag" }),
    await given.post(owner, { visibility: "followers" }),
    await given.post(owner, { visibility: "private" }),
  ]
  const behind = await given.post(closed.owner)
  const today = new Date().toISOString().slice(0, 10)
  const oembed = (id: string): Where =>
    `GET /api/oembed?url=${encodeURIComponent(`${config.settings.siteUrl}/p/${id}`)}`
  const embed = (id: string): Where => `GET /embed/${id}`
  const [rss, json] = [
    (handle: string): Where => `GET /u/${handle}/feed.xml`,
    (handle: string): Where => `GET /u/${handle}/feed.json`,
  ]
  return [
    ...[oembed, embed].flatMap((where) => [
      about(cast, "post", where, open.id, everybody(200)),
      about(cast, "post", where, limited.id, everybody(404)),
      about(cast, "post", where, secret.id, everybody(404)),
      about(closed, "post", where, behind.id, everybody(404)),
    ]),
    ...[rss, json].flatMap((where) => [
      aboutPerson(cast, where, everybody(200)),
      aboutPerson(closed, where, everybody(404)),
    ]),
    { cast, where: "GET /t/outsidetag/feed.xml", status: everybody(200) },
    { cast, where: "GET /t/outsidetag/feed.json", status: everybody(200) },
    { cast, where: "GET /sitemap.xml", status: everybody(200) },
    { cast, where: `GET /sitemaps/${today}.xml`, status: everybody(200) },
  ]
}
