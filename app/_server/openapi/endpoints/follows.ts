import "server-only"
import { Follow } from "@/core/follow"
import { FollowRequestView, FollowView, PersonView } from "@/core/follow/follow.schema"
import { pageOf } from "@/core/page.schema"
import { Profile } from "@/core/profile"
import { SuggestionsView } from "@/core/profile/profile.schema"
import { type Endpoint, nothing } from "../endpoint"

export const follows: readonly Endpoint[] = [
  {
    method: "PUT",
    path: "/api/users/{handle}/follow",
    operation: Follow.follow,
    summary: "Follow a person, or ask a private account to",
    tag: "People",
    auth: "user",
    answers: { 200: FollowView },
  },
  {
    method: "DELETE",
    path: "/api/users/{handle}/follow",
    operation: Follow.unfollow,
    summary: "End a follow, or take back a request",
    tag: "People",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/users/{handle}/followers",
    operation: Follow.followers,
    summary: "Who follows a person; of a private account for its followers alone",
    tag: "People",
    auth: "anyone",
    answers: { 200: pageOf(PersonView) },
  },
  {
    method: "GET",
    path: "/api/users/{handle}/following",
    operation: Follow.following,
    summary: "Whom a person follows; of a private account for its followers alone",
    tag: "People",
    auth: "anyone",
    answers: { 200: pageOf(PersonView) },
  },
  {
    method: "GET",
    path: "/api/me/follow-requests",
    operation: Follow.requests,
    summary: "Who asks to follow oneself",
    tag: "People",
    auth: "user",
    answers: { 200: pageOf(FollowRequestView) },
  },
  {
    method: "POST",
    path: "/api/me/follow-requests/{userId}",
    operation: Follow.decide,
    summary: "Accept or decline a request to follow",
    tag: "People",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: "/api/me/followers/{handle}",
    operation: Follow.removeFollower,
    summary: "Take away a follower",
    tag: "People",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/suggestions",
    operation: Profile.suggestions,
    summary: "People whom one might like to follow",
    tag: "People",
    auth: "user",
    answers: { 200: SuggestionsView },
  },
]
