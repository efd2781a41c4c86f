import type { input } from "zod"
import type { CreatePostLink, EditLink, LinkView } from "@/core/share/share.schema"
import { call } from "../api-call"

/** What a link is made to. */
export type LinkTarget = { kind: "post" | "album"; id: string }
export type NewLink = Omit<input<typeof CreatePostLink>, "postId">

const linksOf = ({ kind, id }: LinkTarget) => `/api/${kind}s/${id}/share-links`

/** Links that are given to people. Every call throws a ProblemError when it is refused. */
export const links = {
  of: (target: LinkTarget) => call<{ items: LinkView[] }>("GET", linksOf(target)),
  create: (target: LinkTarget, body: NewLink) => call<LinkView>("POST", linksOf(target), body),
  edit: (shareId: string, body: Omit<input<typeof EditLink>, "shareId">) =>
    call<LinkView>("PATCH", `/api/share-links/${shareId}`, body),
  revoke: (shareId: string) => call<void>("DELETE", `/api/share-links/${shareId}`),
  unlock: (token: string, password: string) => call<void>("POST", `/api/s/${token}/unlock`, { password }),
}
