import { talk } from "@/components/api-client"

export type Liking = { liked: boolean; likes: number }

// One post can be on a page twice, beside its photo and in the dark room: both show the same.
const known = new Map<string, Liking>()
const busy = new Set<string>()
const listeners = new Set<() => void>()

function set(postId: string, liking: Liking) {
  known.set(postId, liking)
  for (const listener of listeners) listener()
}

export const likeStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  get: (postId: string) => known.get(postId),

  /**
   * Likes, or takes it back: it shows at once, and is undone when it is refused.
   * @param from what the page came with
   * @throws ProblemError
   */
  async toggle(postId: string, from: Liking): Promise<void> {
    if (busy.has(postId)) return
    busy.add(postId)
    const before = known.get(postId) ?? from
    const liked = !before.liked
    set(postId, { liked, likes: Math.max(0, before.likes + (liked ? 1 : -1)) })
    try {
      await talk.like(postId, liked)
    } catch (error) {
      set(postId, before)
      throw error
    } finally {
      busy.delete(postId)
    }
  },
}
