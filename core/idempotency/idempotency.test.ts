import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { items } from "../../testing/rows"
import { rotated, withSecret } from "../../testing/secrets"
import { slow } from "../../testing/slow"
import { table } from "../table"
import { epoch } from "../time"
import { Idempotency } from "./index"

const actor = "usr_test"
const answer = { status: 201, body: '{"id":"pst_1"}' }

/** Something to do that counts how often it was done. */
function work(outcome: () => Promise<typeof answer> = async () => answer) {
  const done = { times: 0 }
  const run = async () => {
    done.times++
    return outcome()
  }
  return { done, run }
}

const once = (key: string, run: () => Promise<typeof answer>, request = "POST /api/posts {}") =>
  Idempotency.once(actor, key, request, run)

describe("a write under an idempotency key", () => {
  it("is done once, and answered alike every time", slow, async () => {
    const key = randomUUID()
    const { done, run } = work()
    expect([await once(key, run), await once(key, run)]).toEqual([answer, answer])
    expect(done.times).toBe(1)
    await withSecret("TokenKey", rotated("TokenKey"), async () =>
      expect(await once(key, run)).toEqual(answer),
    )
    expect(done.times).toBe(1)
  })

  it("is each person's own", async () => {
    const key = randomUUID()
    const { done, run } = work()
    await once(key, run)
    await Idempotency.once("usr_other", key, "POST /api/posts {}", run)
    expect(done.times).toBe(2)
  })

  it("is refused under the key of another request", slow, async () => {
    const key = randomUUID()
    const { done, run } = work()
    await once(key, run)
    const other = once(key, run, 'POST /api/posts {"caption":"other"}')
    await expect(other).rejects.toMatchObject({ code: "unprocessable", reason: "idempotency_key_reused" })
    expect(done.times).toBe(1)
  })

  it("is not done twice at once, and says when to come again", slow, async () => {
    const key = randomUUID()
    let finish = () => {}
    const { done, run } = work(() => new Promise((resolve) => (finish = () => resolve(answer))))
    const first = once(key, run)
    const second = await (async () => {
      while (done.times === 0) await new Promise(setImmediate)
      return once(key, run).catch((error) => error)
    })()
    expect(second).toMatchObject({ code: "conflict", reason: "still_answering", retryAfter: 1 })
    finish()
    expect(await first).toEqual(answer)
    expect(await once(key, run)).toEqual(answer)
    expect(done.times).toBe(1)
  })

  it("that failed may be tried again", async () => {
    const key = randomUUID()
    let fails = true
    const { done, run } = work(async () => {
      if (fails) throw new Error("the table is away")
      return answer
    })
    await expect(once(key, run)).rejects.toThrow("away")
    fails = false
    expect(await once(key, run)).toEqual(answer)
    expect(done.times).toBe(2)
  })

  it(
    "whose process died may be tried again after a minute, what was answered after a day",
    slow,
    async () => {
      const key = randomUUID()
      const { done, run } = work()
      await once(key, run)
      const row = async () => (await table().idempotency.get({ actor, key }).go()).data
      expect(((await row())?.expires ?? 0) - epoch()).toBeGreaterThan(86_390)
      await table()
        .idempotency.patch({ actor, key })
        .set({ expires: epoch(-1) })
        .go()
      await once(key, run)
      expect(done.times).toBe(2)

      const dying = randomUUID()
      void once(dying, () => new Promise(() => {}))
      const claim = async () =>
        (await table().idempotency.get({ actor, key: dying }).go({ consistent: true })).data
      await expect.poll(claim).toBeTruthy()
      expect(((await claim())?.expires ?? 0) - epoch()).toBeLessThanOrEqual(60)
      await table()
        .idempotency.patch({ actor, key: dying })
        .set({ expires: epoch(-1) })
        .go()
      expect(await once(dying, run)).toEqual(answer)
    },
  )

  it("keeps no word of the request", async () => {
    await once(randomUUID(), work().run, "POST /api/account {password: seven quiet herons 41}")
    expect(JSON.stringify(await items())).not.toContain("herons")
  })
})
