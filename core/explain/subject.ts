import { prefixes } from "../id"
import { table } from "../table"
import type { ExplanationView } from "./explain.schema"
import { readSignedLink, type SignedLink } from "./signed-link"

type Kind = ExplanationView["kind"]
export type Subject = { kind: Kind; id: string; link?: SignedLink }

/** In this order: an address that names a comment names its post as well. */
const known: [Kind, string][] = [
  ["comment", prefixes.comment],
  ["photo", prefixes.photo],
  ["post", prefixes.post],
  ["session", prefixes.session],
  ["person", prefixes.user],
]

/** What an address or an id is of; undefined for what is none. */
export async function subjectOf(text: string): Promise<Subject | undefined> {
  const link = readSignedLink(text)
  const named = known.flatMap(([kind, prefix]): Subject[] => {
    const [id] = new RegExp(`\\b${prefix}_[0-7][0-9A-HJKMNP-TV-Z]{25}`).exec(text) ?? []
    return id ? [{ kind, id }] : []
  })
  // The owner's id is a part of the key of an original, and of no other address.
  if (link) return { kind: "link", id: link.photoId ?? "unknown", link }
  if (named[0]) return named[0]
  const userId = await personIn(text)
  if (userId) return { kind: "person", id: userId }
  return /^[\w=+/-]{8,64}$/.test(text) ? { kind: "request", id: text } : undefined
}

/** The person behind a handle, or an address of theirs. */
async function personIn(text: string): Promise<string | undefined> {
  const [, inUrl, alone] = /\/u\/([\w.]+)|^@?([a-z0-9_.]{2,30})$/i.exec(text) ?? []
  const handle = (inUrl ?? alone)?.toLowerCase()
  if (!handle) return undefined
  const { data } = await table().handle.get({ handle }).go({ consistent: true })
  return data?.userId
}
