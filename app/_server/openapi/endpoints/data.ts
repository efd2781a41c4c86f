import "server-only"
import { Export } from "@/core/export"
import { ExportsView, ExportView } from "@/core/export/export.schema"
import { type Endpoint, nothing } from "../endpoint"

/** What a person takes along. */
export const data: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/api/me/export",
    operation: Export.list,
    summary: "One's archives, how far each is, and its parts once it is ready",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 200: ExportsView },
  },
  {
    method: "POST",
    path: "/api/me/export",
    operation: Export.start,
    summary: "Have an archive made of all that one made; one at a time",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 202: ExportView },
  },
  {
    method: "DELETE",
    path: "/api/me/export/{exportId}",
    operation: Export.remove,
    summary: "Remove an archive, or stop one that is being made",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/export/{exportId}/parts/{part}",
    operation: Export.address,
    summary: "A part of an archive: a redirect that works for a minute, and takes a range",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 302: nothing },
  },
]
