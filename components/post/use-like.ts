import { useSyncExternalStore } from "react"
import { ProblemError } from "@/components/api-call"
import { toast } from "@/components/ui/toast"
import { type Liking, likeStore } from "./like-store"

/**
 * Whether the reader likes a post and how many do, with the way to change it; a refusal is said in a toast.
 * @param from what the page came with
 * @param unreachable what is said when nothing answered
 */
export function useLike(postId: string, from: Liking, unreachable: string) {
  const get = () => likeStore.get(postId)
  const liking = useSyncExternalStore(likeStore.subscribe, get, () => undefined) ?? from
  const toggle = async () => {
    try {
      await likeStore.toggle(postId, from)
    } catch (error) {
      toast((error instanceof ProblemError && error.detail) || unreachable)
    }
  }
  return { ...liking, toggle }
}
