import { beforeAll, it } from "vitest"
import { compare, limits, newWorld, step } from "./model/run"
import { useSettings } from "./settings"

beforeAll(() => useSettings({ limits }))

it.each([1, 2, 3, 4])(
  "world %i: 2,500 random acts of six people end as a simple model says",
  async (number) => {
    const seed = (Date.now() % 1_000_000) * 10 + number
    const world = await newWorld(seed)
    for (let n = 0; n < 2500; n++) {
      await step(world, `seed ${seed}, act ${n}`)
      if (n % 250 === 249) await compare(world, `seed ${seed}, after act ${n}`)
    }
  },
  400_000,
)
