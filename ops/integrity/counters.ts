import { Integrity } from "../../core/integrity"
import type { Fault } from "./fault"

const faultOf = ({ what, name, is, should, add }: Integrity.Drift): Fault => ({
  kind: "counter_drift",
  what,
  found: `${name} says ${is} and there are ${should}`,
  remedy: `add ${should - is}`,
  async repair() {
    await add(should - is)
    return `${name} is ${should}`
  },
})

/** The counters of a post, of a person, of a comment, that are not what they count. */
export const postFaults = async (postId: string) => (await Integrity.ofPost(postId)).map(faultOf)
export const userFaults = async (userId: string) => (await Integrity.ofUser(userId)).map(faultOf)
export const commentFaults = async (postId: string, commentId: string) =>
  (await Integrity.ofComment(postId, commentId)).map(faultOf)
