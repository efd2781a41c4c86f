import { expect, it, vi } from "vitest"
import { log } from "../core/log"
import { goOn, type Round } from "./background"

const soon = () => Date.now() + 60_000

/** Work of so many rounds. */
const work = (rounds: number, each: () => Round | Promise<Round> = () => ({ more: true, faults: 0 })) => {
  let left = rounds
  return vi.fn(async (_: number) => (left-- > 1 ? each() : { ...(await each()), more: false }))
}

it("takes turns until nothing is left", async () => {
  const order: string[] = []
  const noting = (name: string, rounds: number) =>
    work(rounds, () => {
      order.push(name)
      return { more: true, faults: 0 }
    })
  expect(await goOn({ a: noting("a", 3), b: noting("b", 1), c: noting("c", 2) }, soon())).toBe(0)
  expect(order).toEqual(["a", "b", "c", "a", "c", "a"])
})

it("is not held up by what fails, and says how much did", async () => {
  const said = vi.spyOn(log, "error").mockImplementation(() => {})
  const broken = vi.fn(async () => {
    throw new Error("the archive is away")
  })
  const sound = work(2, () => ({ more: true, faults: 1 }))
  expect(await goOn({ broken, sound }, soon())).toBe(3)
  expect([broken.mock.calls.length, sound.mock.calls.length]).toEqual([1, 2])
  expect(said).toHaveBeenCalledWith("work in the background failed", {
    work: "broken",
    error: expect.any(Error),
  })
})

it("begins nothing when its time is over, and gives no turn more than there is", async () => {
  const never = work(9)
  expect(await goOn({ never }, Date.now())).toBe(0)
  expect(never).not.toHaveBeenCalled()
  const until = Date.now() + 500
  const once = work(1)
  await goOn({ once }, until)
  expect(once.mock.calls[0]?.[0]).toBe(until)
})
