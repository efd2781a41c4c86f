import { permanentRedirect as nextPermanentRedirect, redirect as nextRedirect } from "next/navigation"
import { getPathname, type Href } from "./path"

type Target = { href: Href; locale: string }

/** Sends the reader to another page, in a language. */
export function redirect(target: Target): never {
  nextRedirect(getPathname(target))
}

/** Says that a page has another address, for good. */
export function permanentRedirect(target: Target): never {
  nextPermanentRedirect(getPathname(target))
}
