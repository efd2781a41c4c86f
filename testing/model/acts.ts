import type { Act, Choose, World } from "./act"
import { accept, block, close, follow, mute, removeFollower, unblock, unfollow } from "./people-acts"
import { answer, comment, like, likeComment, publish, remove, save, unsay, widen } from "./post-acts"

/** What people do, each so often of a hundred times. */
const often: readonly [times: number, choose: Choose][] = [
  [14, follow],
  [6, unfollow],
  [3, removeFollower],
  [5, accept],
  [2, block],
  [4, unblock],
  [4, mute],
  [2, close],
  [2, publish],
  [2, widen],
  [1, remove],
  [22, like],
  [10, save],
  [9, comment],
  [7, answer],
  [4, unsay],
  [7, likeComment],
]
const acts = often.flatMap(([times, choose]) => Array.from({ length: times }, () => choose))

/** What somebody does next. */
export function nextAct(world: World): Act {
  for (;;) {
    const who = world.random.of(world.model.people) ?? ""
    const actor = world.actors.get(who)
    const act = actor && world.random.of(acts)?.(world, who, actor)
    if (act) return act
  }
}
