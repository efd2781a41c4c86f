import { talk } from "@/components/api/talk"

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
   * Likes, or takes it back: it shows at once, and is undone when it is refused. Whoever changes their mind while it is
   * on its way is not made to wait: what is shown last is sent last.
   * @param from what the page came with
   * @throws ProblemError
   */
  async toggle(postId: string, from: Liking): Promise<void> {
    const shown = known.get(postId) ?? from
    set(postId, turned(shown))
    if (busy.has(postId)) return
    busy.add(postId)
    let settled = shown
    try {
      for (let want = known.get(postId); want && want.liked !== settled.liked; want = known.get(postId)) {
        await talk.like(postId, want.liked)
        settled = want
      }
    } catch (error) {
      set(postId, settled)
      throw error
    } finally {
      busy.delete(postId)
    }
  },
}

const turned = ({ liked, likes }: Liking): Liking => ({
  liked: !liked,
  likes: Math.max(0, likes + (liked ? -1 : 1)),
})
