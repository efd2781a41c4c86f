import { issueSentence, sentence } from "@/app/_server/sentences"
import type { Sought } from "@/components/search/way"
import { AppError } from "@/core/error"
import { SearchType } from "@/core/search/search.schema"
import type { Locale } from "@/core/user/user.schema"

/** What stands in the address of a search, which anybody may have written. */
export type Query = Readonly<Record<"q" | "type" | "camera" | "cursor", string | undefined>>

/** What an address looks for; what it says twice counts once. */
export function soughtIn(query: Query): Sought {
  const one = (value: string | string[] | undefined) => ([value].flat()[0] ?? "").trim()
  const type = SearchType.safeParse(one(query.type)).data ?? "posts"
  return { q: one(query.q), type, camera: type === "posts" ? one(query.camera) : "" }
}

/** What was found, or the sentence that says why nothing was looked for. */
export async function found<View>(look: () => Promise<View>, locale: Locale): Promise<View | string> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [issue] = error.issues
    if (error.code === "invalid" && issue) return issueSentence(locale, issue)
    if (error.code === "rate_limited")
      return sentence(locale, "rate_limited", { seconds: error.retryAfter ?? 60 })
    throw error
  }
}
