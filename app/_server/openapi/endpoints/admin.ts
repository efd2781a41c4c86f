import "server-only"
import { Admin } from "@/core/admin"
import {
  AuditPage,
  FoundPerson,
  LetterInFull,
  LettersView,
  PersonView,
  Subject,
} from "@/core/admin/admin.schema"
import { ExplanationView } from "@/core/explain/explain.schema"
import { type Endpoint, nothing } from "../endpoint"

const forAdmins = { tag: "Operations", auth: "admin", token: "never" } as const

/** What those do who run the site. To everybody else there is nothing at these addresses. */
export const admin: readonly Endpoint[] = [
  {
    ...forAdmins,
    method: "POST",
    path: "/api/admin/users/find",
    operation: Admin.find,
    summary: "Who somebody is, by id, handle, or e-mail address",
    answers: { 200: FoundPerson },
  },
  {
    ...forAdmins,
    method: "GET",
    path: "/api/admin/users/{userId}",
    operation: Admin.person,
    summary: "How an account stands, and what was done to it",
    answers: { 200: PersonView },
  },
  {
    ...forAdmins,
    method: "PATCH",
    path: "/api/admin/users/{userId}",
    operation: Admin.setStanding,
    summary: "Suspend an account, or restore it, with a reason",
    answers: { 204: nothing },
  },
  {
    ...forAdmins,
    method: "POST",
    path: "/api/admin/users/{userId}/sign-out",
    operation: Admin.signOut,
    summary: "End every session and access token of a person",
    answers: { 204: nothing },
  },
  {
    ...forAdmins,
    method: "GET",
    path: "/api/admin/audit",
    operation: Admin.audit,
    summary: "What was done by those who run the site, the newest first",
    answers: { 200: AuditPage },
  },
  {
    ...forAdmins,
    method: "GET",
    path: "/api/admin/dead-letters",
    operation: Admin.letters,
    summary: "Events that a function refused to the end",
    answers: { 200: LettersView },
  },
  {
    ...forAdmins,
    method: "GET",
    path: "/api/admin/dead-letters/{of}/{letterId}",
    operation: Admin.letter,
    summary: "One of them, with what the function was called with",
    answers: { 200: LetterInFull },
  },
  {
    ...forAdmins,
    method: "POST",
    path: "/api/admin/dead-letters/{of}/{letterId}/redrive",
    operation: Admin.redriveLetter,
    summary: "Leave it with its function again",
    answers: { 204: nothing },
  },
  {
    ...forAdmins,
    method: "DELETE",
    path: "/api/admin/dead-letters/{of}/{letterId}",
    operation: Admin.discardLetter,
    summary: "Forget it for good",
    answers: { 204: nothing },
  },
  {
    ...forAdmins,
    method: "POST",
    path: "/api/admin/explain",
    operation: Admin.subject,
    summary: "What an address or an id is of",
    answers: { 200: Subject },
  },
  {
    ...forAdmins,
    method: "GET",
    path: "/api/admin/explain/{id}",
    operation: Admin.explanation,
    summary: "Everything about one photo, post, comment, person or session",
    answers: { 200: ExplanationView },
  },
]
