import "server-only"
import { Moderation } from "@/core/moderation"
import { CasePage, CaseView, Decided, DecisionView } from "@/core/moderation/moderation.schema"
import { Report } from "@/core/report"
import { Takedown } from "@/core/takedown"
import { TakedownSent } from "@/core/takedown/takedown.schema"
import { type Endpoint, nothing } from "../endpoint"

const forModerators = { tag: "Moderation", auth: "moderator", token: "never" } as const

/** Reports, decisions and appeals. To everybody but moderators and administrators there is nothing below `/api/admin`. */
export const safety: readonly Endpoint[] = [
  {
    method: "POST",
    path: "/api/reports",
    operation: Report.make,
    summary: "Report a post, a comment or a person",
    tag: "Safety",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/takedowns",
    operation: Takedown.send,
    summary: "Send a legal notice; anybody may",
    tag: "Safety",
    auth: "anyone",
    answers: { 201: TakedownSent },
  },
  {
    method: "GET",
    path: "/api/decisions/{id}",
    operation: Moderation.read,
    summary: "A decision, for whom it concerns",
    tag: "Safety",
    auth: "anyone",
    answers: { 200: DecisionView },
  },
  {
    method: "POST",
    path: "/api/decisions/{id}/appeal",
    operation: Moderation.appeal,
    summary: "Say that a decision is wrong: once, within thirty days",
    tag: "Safety",
    auth: "anyone",
    answers: { 204: nothing },
  },
  {
    ...forModerators,
    method: "GET",
    path: "/api/admin/reports",
    operation: Moderation.queue,
    summary: "What waits for a decision, for an answer, or was decided lately",
    answers: { 200: CasePage },
  },
  {
    ...forModerators,
    method: "GET",
    path: "/api/admin/reports/{id}",
    operation: Moderation.caseOf,
    summary: "A case, by the id of the thing that it is about",
    answers: { 200: CaseView },
  },
  {
    ...forModerators,
    method: "PATCH",
    path: "/api/admin/reports/{id}",
    operation: Moderation.note,
    summary: "Tell the other moderators something about a case",
    answers: { 204: nothing },
  },
  {
    ...forModerators,
    method: "POST",
    path: "/api/admin/decisions",
    operation: Moderation.decide,
    summary: "Decide about one thing or several, by a rule and with a reason",
    answers: { 201: Decided },
  },
  {
    ...forModerators,
    method: "POST",
    path: "/api/admin/decisions/{id}/undo",
    operation: Moderation.undo,
    summary: "Take a decision back: all is as it was before",
    answers: { 204: nothing },
  },
  {
    ...forModerators,
    method: "POST",
    path: "/api/admin/decisions/{id}/answer",
    operation: Moderation.answer,
    summary: "Answer an appeal",
    answers: { 204: nothing },
  },
]
