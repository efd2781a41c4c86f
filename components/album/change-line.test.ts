import { expect, it } from "vitest"
import { type Change, changeLine } from "./change-line"

/** A list as the page keeps it, and calls that are answered by hand. */
function scene() {
  const state = { items: ["a", "b", "c"], waiting: [] as readonly Change<string[]>[] }
  const answers: { fine: () => void; refuse: () => void }[] = []
  const failed: unknown[] = []
  const line = changeLine<string[]>({
    onWaiting: (waiting) => {
      state.waiting = waiting
    },
    onDone: ({ after }) => {
      state.items = after(state.items)
    },
    onFailed: async (error) => {
      failed.push(error)
    },
  })
  const change = (after: Change<string[]>["after"]) =>
    line.add({
      after,
      send: () =>
        new Promise((resolve, reject) =>
          answers.push({ fine: () => resolve(), refuse: () => reject(new Error("no")) }),
        ),
    })
  const shown = () => state.waiting.reduce((items, { after }) => after(items), state.items).join("")
  return { state, answers, failed, line, change, shown }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const toFront = (id: string) => (items: string[]) => [id, ...items.filter((item) => item !== id)]
const without = (id: string) => (items: string[]) => items.filter((item) => item !== id)

it("shows each change at once, and sends one only when the one before is answered", async () => {
  const { answers, change, shown, state } = scene()
  change(toFront("c"))
  change(toFront("b"))
  await settled()
  expect([shown(), answers.length]).toEqual(["bca", 1])
  answers[0]?.fine()
  await settled()
  expect([shown(), answers.length]).toEqual(["bca", 2])
  answers[1]?.fine()
  await settled()
  expect([state.items.join(""), state.waiting]).toEqual(["bca", []])
})

it("goes back to what is true when one is refused, and sends none that waited behind it", async () => {
  const { answers, change, shown, failed } = scene()
  change(toFront("b"))
  change(toFront("c"))
  change(without("a"))
  await settled()
  answers[0]?.fine()
  await settled()
  answers[1]?.refuse()
  await settled()
  expect([shown(), answers.length, failed]).toEqual(["bac", 2, [new Error("no")]])
  change(without("b"))
  await settled()
  expect([shown(), answers.length]).toEqual(["ac", 3])
})

it("keeps what came to the list meanwhile", async () => {
  const { answers, change, shown, state } = scene()
  change(toFront("c"))
  await settled()
  state.items = [...state.items, "d"]
  expect(shown()).toBe("cabd")
  answers[0]?.refuse()
  await settled()
  expect(shown()).toBe("abcd")
})

it("says when everything is answered", async () => {
  const { answers, change, line } = scene()
  change(toFront("c"))
  let isSettled = false
  line.settled().then(() => {
    isSettled = true
  })
  await settled()
  expect(isSettled).toBe(false)
  answers[0]?.fine()
  await settled()
  expect(isSettled).toBe(true)
})
