import type { License } from "@/core/post/post.schema"

/** Where a licence is explained, in the reader's language; undefined where everything is reserved. */
export function deedOf(license: License, locale: string): string | undefined {
  if (license === "all_rights_reserved") return undefined
  const path =
    license === "cc0"
      ? "publicdomain/zero/1.0"
      : `licenses/${license.replace("cc_", "").replaceAll("_", "-")}/4.0`
  return `https://creativecommons.org/${path}/deed.${locale === "ja" ? "ja" : "en"}`
}
