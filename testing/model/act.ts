import type { UserActor } from "../../core/actor"
import type { Model, Outcome, Posted } from "./model"
import type { Random } from "./random"

export type World = {
  model: Model
  random: Random
  /** Handle → who acts. */
  actors: ReadonlyMap<string, UserActor>
  /** A photo that is ready, by handle. */
  photos: ReadonlyMap<string, () => Promise<string>>
}

/** One thing that somebody does: how it must end by the model, and doing it. */
export type Act = {
  name: string
  expected: Outcome
  run: () => Promise<unknown>
  note?: (made: unknown) => void
}
export type Choose = (world: World, who: string, actor: UserActor) => Act | undefined

/** An act toward somebody. */
export const toward =
  (choose: (world: World, who: string, whom: string, actor: UserActor) => Act | undefined): Choose =>
  (world, who, actor) => {
    const whom = world.random.of(world.model.people)
    return whom === undefined ? undefined : choose(world, who, whom, actor)
  }

/** An act about a post. */
export const onPost =
  (choose: (world: World, who: string, post: Posted, actor: UserActor) => Act | undefined): Choose =>
  (world, who, actor) => {
    const post = world.random.of([...world.model.posts.values()])
    return post && choose(world, who, post, actor)
  }
