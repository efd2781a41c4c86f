import "server-only"
import { Departure } from "@/core/departure"
import { LeaveView } from "@/core/departure/departure.schema"
import { type Endpoint, nothing } from "../endpoint"

export const departure: readonly Endpoint[] = [
  {
    method: "POST",
    path: "/api/me/deactivate",
    operation: Departure.deactivate,
    summary: "Go away for a while: everything is hidden, and every session ends, until one signs in again",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: "/api/me",
    operation: Departure.leave,
    summary:
      "Ask for one's account to be deleted: hidden at once, erased when the days for coming back are over",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 200: LeaveView },
  },
  {
    method: "DELETE",
    path: "/api/me/deletion",
    operation: Departure.stay,
    summary: "Keep the account that was to be deleted",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 204: nothing },
  },
]
