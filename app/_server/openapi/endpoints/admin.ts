import "server-only"
import { Admin } from "@/core/admin"
import { AuditPage, FoundPerson, PersonView } from "@/core/admin/admin.schema"
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
]
