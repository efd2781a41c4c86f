import type { NewLink } from "@/components/api/links"
import type { LinkView } from "@/core/share/share.schema"

/** A link as it is being made or changed. */
export type LinkDraft = {
  name: string
  kind: "view" | "contribute"
  asksPassword: boolean
  /** A new one; of a link that has one already, nothing means that it stays. */
  password: string
  /** ISO, or `""` while a time is not complete. */
  endsAt: string | undefined
  noDownload: boolean
  noCamera: boolean
  comments: boolean
}

/** What the server takes at the least. */
export const shortestPassword = 6

export const startOf = (link?: LinkView): LinkDraft => ({
  name: link?.name ?? "",
  kind: link?.kind ?? "view",
  asksPassword: link?.hasPassword ?? false,
  password: "",
  endsAt: link?.endsAt,
  noDownload: link?.noDownload ?? false,
  noCamera: link?.noCamera ?? false,
  comments: link?.comments ?? false,
})

/** What is wrong with the password, if anything. */
export function passwordFault(draft: LinkDraft, link?: LinkView): "passwordShort" | undefined {
  if (!draft.asksPassword || (draft.password === "" && link?.hasPassword)) return undefined
  return draft.password.length < shortestPassword ? "passwordShort" : undefined
}

/** What is wrong with the end, if anything: without a time it would be no end at all. */
export const endFault = ({ endsAt }: LinkDraft): "endMissing" | undefined =>
  endsAt === "" ? "endMissing" : undefined

export function newLinkOf({ asksPassword, password, endsAt, ...said }: LinkDraft): NewLink {
  return { ...said, ...(asksPassword ? { password } : {}), ...(endsAt ? { endsAt } : {}) }
}

/** What changes: a password is sent only where another was typed, or it is taken away. */
export function changeOf({ asksPassword, password, endsAt, ...said }: LinkDraft, link: LinkView) {
  const secret =
    !asksPassword && link.hasPassword ? { password: "" } : asksPassword && password ? { password } : {}
  return { ...said, ...secret, ...(endsAt === link.endsAt ? {} : { endsAt: endsAt ?? "" }) }
}

/** Letters that are told apart when read aloud. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789"

/** A password to tell somebody: 60 bits, in groups. */
export function suggestedPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(48))
  // Beyond a multiple of the letters, some would be likelier.
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % letters.length)).slice(0, 12)
  const text = fair.map((byte) => letters[byte % letters.length]).join("")
  return text.replace(/(.{4})(?=.)/g, "$1-")
}
