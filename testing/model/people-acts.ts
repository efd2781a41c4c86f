import { Block } from "../../core/block"
import { Follow } from "../../core/follow"
import { User } from "../../core/user"
import { type Choose, toward } from "./act"

export const follow = toward(({ model }, who, whom, actor) => {
  const pair = `${who}>${whom}`
  const expected = who === whom ? "unprocessable" : model.isApart(who, whom) ? "not_found" : "ok"
  return {
    name: `${who} follows ${whom}`,
    expected,
    run: () => Follow.follow(actor, { handle: whom }),
    note: () => {
      if (model.follows.get(pair) === "active") return
      model.follows.set(pair, model.closed.has(whom) ? "requested" : "active")
    },
  }
})

export const unfollow = toward(({ model }, who, whom, actor) => ({
  name: `${who} unfollows ${whom}`,
  expected: model.isApart(who, whom) ? "not_found" : "ok",
  run: () => Follow.unfollow(actor, { handle: whom }),
  note: () => model.follows.delete(`${who}>${whom}`),
}))

export const removeFollower = toward(({ model }, who, whom, actor) => ({
  name: `${who} removes the follower ${whom}`,
  expected: model.isApart(who, whom) ? "not_found" : "ok",
  run: () => Follow.removeFollower(actor, { handle: whom }),
  note: () => model.follows.delete(`${whom}>${who}`),
}))

export const accept = toward(({ model, actors }, who, whom, actor) => {
  const asker = actors.get(whom)
  if (!asker || model.follows.get(`${whom}>${who}`) !== "requested") return undefined
  return {
    name: `${who} accepts ${whom}`,
    expected: "ok",
    run: () => Follow.decide(actor, { userId: asker.userId, decision: "accept" }),
    note: () => model.follows.set(`${whom}>${who}`, "active"),
  }
})

export const block = toward(({ model }, who, whom, actor) => {
  const isBlockedBy = model.blocks.has(`${whom}>${who}`)
  return {
    name: `${who} blocks ${whom}`,
    expected: who === whom ? "unprocessable" : isBlockedBy ? "not_found" : "ok",
    run: () => Block.block(actor, { handle: whom }),
    note: () => {
      model.blocks.add(`${who}>${whom}`)
      model.follows.delete(`${who}>${whom}`)
      model.follows.delete(`${whom}>${who}`)
    },
  }
})

export const unblock = toward(({ model, random }, who, _, actor) => {
  const mine = [...model.blocks].filter((pair) => pair.startsWith(`${who}>`))
  const whom = random.of(mine)?.split(">")[1]
  if (!whom) return undefined
  return {
    name: `${who} unblocks ${whom}`,
    expected: "ok",
    run: () => Block.unblock(actor, { handle: whom }),
    note: () => model.blocks.delete(`${who}>${whom}`),
  }
})

export const mute = toward(({ model, random }, who, whom, actor) => {
  if (who === whom || model.isApart(who, whom)) return undefined
  const on = random.below(2) === 0
  return {
    name: `${who} ${on ? "mutes" : "unmutes"} ${whom}`,
    expected: "ok",
    run: () => (on ? Block.mute : Block.unmute)(actor, { handle: whom }),
    note: () => (on ? model.mutes.add(`${who}>${whom}`) : model.mutes.delete(`${who}>${whom}`)),
  }
})

export const close: Choose = ({ model, random }, who, actor) => {
  const isPrivate = random.below(2) === 0
  return {
    name: `${who} ${isPrivate ? "closes" : "opens"} the account`,
    expected: "ok",
    run: () => User.update(actor, { private: isPrivate }),
    note: () => (isPrivate ? model.closed.add(who) : model.closed.delete(who)),
  }
}
