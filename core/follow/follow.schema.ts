import { z } from "zod"
import { idOf } from "../id"
import { PageInput } from "../page.schema"
import { AuthorView, Handle } from "../user/user.schema"

/** How a person stands to the one who asks. */
export const TieView = z.object({
  own: z.boolean(),
  /** The one who asks follows the person, and was accepted where that is asked for. */
  follows: z.boolean(),
  /** They asked to follow and wait for an answer. */
  requested: z.boolean(),
  followsYou: z.boolean(),
  muted: z.boolean(),
})
export type TieView = z.output<typeof TieView>

/** A person in a list of people. */
export const PersonView = AuthorView.extend({
  bio: z.string(),
  private: z.boolean(),
  viewer: TieView,
})
export type PersonView = z.output<typeof PersonView>

/** What following somebody came to: of a private account it is a request. */
export const FollowView = z.object({ state: z.enum(["following", "requested"]) })
export type FollowView = z.output<typeof FollowView>

/** Who asks to follow, and since when. */
export const FollowRequestView = PersonView.extend({ requestedAt: z.iso.datetime() })
export type FollowRequestView = z.output<typeof FollowRequestView>

export const PeopleOf = PageInput.extend({ handle: Handle })
export const Decide = z.strictObject({ userId: idOf("user"), decision: z.enum(["accept", "decline"]) })
