import { beforeAll, expect, it } from "vitest"
import { Feed } from "../core/feed"
import { settle } from "./events"
import { compare, limits, newWorld, step } from "./model/run"
import { useSettings } from "./settings"

beforeAll(() => useSettings({ limits }))

it("what follows by itself, home above all, is what the model says after every few acts", async () => {
  const seed = Date.now() % 1_000_000
  const world = await newWorld(seed)
  await settle()
  for (let n = 0; n < 400; n++) {
    const at = `seed ${seed}, act ${n}`
    await step(world, at)
    if (n % 40 !== 39) continue
    await settle()
    world.model.settle()
    await compare(world, at)
    for (const person of world.people) {
      const home = await Feed.home(person, { limit: 50 })
      expect([at, person.handle, home.items.map(({ id }) => id)]).toEqual([
        at,
        person.handle,
        world.model.home(person.handle),
      ])
    }
  }
}, 240_000)
