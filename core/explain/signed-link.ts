import { Storage } from "../storage"

/** What a signed address of storage says of itself. */
export type SignedLink = {
  signedAt: string
  expiresAt: string
  /** How long it was good for. */
  seconds: number
  /** Whose bytes it leads to, where the key is one of ours. */
  photoId?: string
  key?: string
}

/** Reads a signed address; its signature is not looked at. @returns undefined for what is none */
export function readSignedLink(text: string): SignedLink | undefined {
  if (!URL.canParse(text)) return undefined
  const { searchParams, pathname } = new URL(text)
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(searchParams.get("X-Amz-Date") ?? "") ?? []
  const seconds = Number(searchParams.get("X-Amz-Expires"))
  if (!year || !(seconds > 0)) return undefined
  const signed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const key = decodeURIComponent(pathname).match(/(?:incoming|kept|private|public)\/.+$/)?.[0]
  const found = key ? Storage.parseKey(key) : undefined
  return {
    signedAt: new Date(signed).toISOString(),
    expiresAt: new Date(signed + seconds * 1000).toISOString(),
    seconds,
    ...(found && "photoId" in found && key ? { key, photoId: found.photoId } : {}),
  }
}
