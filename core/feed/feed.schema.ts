import { z } from "zod"
import { idOf } from "../id"
import { PostView } from "../post/post.schema"

/** A post in the home feed. */
export const HomePostView = PostView.extend({
  /** The followed tag that brought it; without one the reader follows the author. */
  tag: z.string().optional(),
})
export type HomePostView = z.output<typeof HomePostView>

/** The posts at the top of the home feed, for comparing with what is shown; some may be hidden from the reader. */
export const HomeTopView = z.object({ ids: z.array(idOf("post")) })
export type HomeTopView = z.output<typeof HomeTopView>

export const OnThisDayView = z.object({ items: z.array(PostView) })
export type OnThisDayView = z.output<typeof OnThisDayView>
