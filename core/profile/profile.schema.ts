import { z } from "zod"
import { PersonView, TieView } from "../follow/follow.schema"
import { PictureView } from "../photo/photo.schema"
import { UserView } from "../user/user.schema"

/** A person as their page shows them. */
export const ProfileView = UserView.extend({
  /** Whether the one who asks may see the posts, the followers and the followed. */
  postsVisible: z.boolean(),
  viewer: TieView,
})
export type ProfileView = z.output<typeof ProfileView>

/** Somebody whom one might like to follow. */
export const SuggestionView = PersonView.extend({
  /** How many of those whom one follows follow this person. */
  followedBy: z.int(),
  /** The first photos of their newest posts, covered ones left out. */
  photos: z.array(PictureView).max(3),
})
export type SuggestionView = z.output<typeof SuggestionView>

export const SuggestionsInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(20).default(6),
})
export const SuggestionsView = z.object({ items: z.array(SuggestionView) })
export type SuggestionsView = z.output<typeof SuggestionsView>
