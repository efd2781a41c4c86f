import "server-only"
import { Feed } from "@/core/feed"
import { HomePostView, HomeTopView, OnThisDayView } from "@/core/feed/feed.schema"
import { pageOf } from "@/core/page.schema"
import { PostView } from "@/core/post/post.schema"
import type { Endpoint } from "../endpoint"

export const feeds: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/api/feed/explore",
    operation: Feed.explore,
    summary: "The latest public posts",
    tag: "Feeds",
    auth: "anyone",
    answers: { 200: pageOf(PostView) },
  },
  {
    method: "GET",
    path: "/api/feed/home",
    operation: Feed.home,
    summary: "Posts of the people and tags one follows, and one's own, newest first",
    tag: "Feeds",
    auth: "user",
    answers: { 200: pageOf(HomePostView) },
  },
  {
    method: "GET",
    path: "/api/feed/home/new",
    operation: Feed.homeTop,
    summary: "The ids at the top of the home feed, to find out whether there is something new",
    tag: "Feeds",
    auth: "user",
    answers: { 200: HomeTopView },
  },
  {
    method: "GET",
    path: "/api/feed/trending",
    operation: Feed.trending,
    summary: "The public posts that people like now",
    tag: "Feeds",
    auth: "anyone",
    answers: { 200: pageOf(PostView) },
  },
  {
    method: "GET",
    path: "/api/me/on-this-day",
    operation: Feed.onThisDay,
    summary: "What one posted on this day in earlier years",
    tag: "Feeds",
    auth: "user",
    answers: { 200: OnThisDayView },
  },
]
