import "server-only"
import { z } from "zod"
import { Channel } from "@/core/channel"
import { Embed } from "@/core/embed"
import { OembedView } from "@/core/embed/embed.schema"
import { Sitemap } from "@/core/sitemap"
import { JsonFeed } from "../../outside/json-feed"
import { type Endpoint, nothing } from "../endpoint"

/** The same for everybody, whoever asks. */
const outward = { method: "GET", tag: "Other sites and readers", auth: "anyone" } as const

export const outside: readonly Endpoint[] = [
  {
    ...outward,
    path: "/u/{handle}/feed.xml",
    operation: Channel.ofPerson,
    summary: "A person's newest public posts as RSS 2.0",
    answers: { 200: z.string(), 304: nothing },
    contentType: "application/rss+xml",
  },
  {
    ...outward,
    path: "/u/{handle}/feed.json",
    operation: Channel.ofPerson,
    summary: "A person's newest public posts as JSON Feed 1.1",
    answers: { 200: JsonFeed, 304: nothing },
    contentType: "application/feed+json",
  },
  {
    ...outward,
    path: "/t/{tag}/feed.xml",
    operation: Channel.ofTag,
    summary: "The newest public posts with a tag as RSS 2.0",
    answers: { 200: z.string(), 304: nothing },
    contentType: "application/rss+xml",
  },
  {
    ...outward,
    path: "/t/{tag}/feed.json",
    operation: Channel.ofTag,
    summary: "The newest public posts with a tag as JSON Feed 1.1",
    answers: { 200: JsonFeed, 304: nothing },
    contentType: "application/feed+json",
  },
  {
    ...outward,
    path: "/api/oembed",
    operation: Embed.oembed,
    summary: "How another site shows a public post (oEmbed 1.0)",
    answers: { 200: OembedView, 304: nothing },
  },
  {
    ...outward,
    path: "/embed/{postId}",
    operation: Embed.page,
    summary: "A public post to be framed by another site; with 404 the page says that it is gone",
    answers: { 200: z.string(), 304: nothing, 404: z.string() },
    contentType: "text/html",
  },
  {
    ...outward,
    path: "/sitemap.xml",
    operation: Sitemap.index,
    summary: "The sitemaps of the days on which something was posted",
    answers: { 200: z.string(), 304: nothing },
    contentType: "application/xml",
  },
  {
    ...outward,
    path: "/sitemaps/{day}",
    operation: Sitemap.day,
    summary: "A day's public posts and who posted them, for search engines: 2026-01-31.xml",
    answers: { 200: z.string(), 304: nothing },
    contentType: "application/xml",
  },
]
