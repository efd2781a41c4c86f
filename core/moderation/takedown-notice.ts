import { Takedown } from "../takedown"

/** What a legal notice says, for the author: never who sent it. */
export async function noticeOf(takedownId: string): Promise<string | undefined> {
  return (await Takedown.byId(takedownId))?.text
}
