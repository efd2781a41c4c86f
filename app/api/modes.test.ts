import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { endpoints } from "@/app/_server/openapi/endpoints"
import { Draft } from "@/core/draft"
import { Emergency } from "@/core/emergency"
import type { Kind, Mode } from "@/core/emergency/emergency.schema"
import { Identity } from "@/core/identity"
import { table } from "@/core/table"
import { handler as everyMinute } from "@/functions/every-minute"
import { api } from "@/testing/api"
import { during } from "@/testing/faults"
import { given, offer, type Person, visitor } from "@/testing/given"
import { routeOf } from "@/testing/routes"

const set = (mode: Mode) => Emergency.setMode({ kind: "system" }, { mode, by: "ada, on call" })

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})
afterEach(() => set("normal"))

/** One call of each kind, and what each mode answers to it. */
const calls = {
  write: () => api("PATCH /api/me", { as: ada, json: { bio: "Light" } }),
  upload: async () => api("POST /api/uploads", { as: ada, json: offer(await given.jpeg()) }),
  signup: () => api("POST /api/account", { json: { handle: "x", email: "x", password: "x" } }),
  access: () => api("DELETE /api/me/sessions", { as: ada }),
  read: () => api("GET /api/me", { as: ada }),
}

describe("a mode", () => {
  it.each([
    ["normal", []],
    ["read-only", ["write", "upload", "signup"]],
    ["uploads-paused", ["upload"]],
    ["signups-closed", ["signup"]],
  ] as const)("%s refuses %j with 503, and nothing else", async (mode, refused) => {
    await set(mode)
    for (const [kind, call] of Object.entries(calls)) {
      const { status, headers, body } = await call()
      const isRefused = (refused as readonly string[]).includes(kind)
      expect([kind, status === 503]).toEqual([kind, isRefused])
      if (!isRefused) continue
      expect(headers.get("retry-after")).toBe("30")
      expect(body).toMatchObject({ code: "unavailable", reason: mode.replace("-", "_") })
    }
  })

  it("is explained in the caller's language", async () => {
    await set("read-only")
    const japanese = await api("PATCH /api/me", { as: ada, json: {}, headers: { "accept-language": "ja" } })
    expect(japanese.body).toMatchObject({ detail: expect.stringContaining("閲覧のみ") })
    expect((await calls.write()).body).toMatchObject({ detail: expect.stringContaining("only be read") })
  })

  it("opens no account for who comes from a provider, and lets in who has one", async () => {
    const arrival = {
      provider: "github",
      accountId: "1",
      email: "new@example.com",
      login: "newcomer",
    } as const
    const grown = { ageConfirmed: true }
    await set("signups-closed")
    await expect(Identity.enter(visitor(), arrival, grown)).rejects.toMatchObject({
      reason: "signups_closed",
    })
    await set("normal")
    expect(await Identity.enter(visitor(), arrival, grown)).toMatchObject({ isNew: true })
    await set("read-only")
    expect(await Identity.enter(visitor(), arrival)).toMatchObject({ kind: "in", isNew: false })
  })

  it("leaves what was scheduled due while the stage can only be read", async () => {
    const publishAt = new Date(Date.now() + 61_000).toISOString()
    const publication = await Draft.publish(ada, { photos: [{ photoId: await given.photo(ada) }], publishAt })
    if (publication.status !== "scheduled") throw new Error("it is not scheduled")
    const { id: draftId } = publication.draft
    const postId = async () => (await table().draft.get({ draftId }).go({ consistent: true })).data?.postId
    const at = Date.now() + 120_000
    vi.useFakeTimers({ toFake: ["Date"], now: at })
    await set("read-only")
    await everyMinute({} as never, {} as never)
    expect(await postId()).toBeUndefined()
    await set("normal")
    await everyMinute({} as never, {} as never)
    expect(await postId()).toMatch(/^pst_/)
    vi.useRealTimers()
  })

  it("costs a signed-in call one read, and a visitor's page one in three seconds", async () => {
    let reads = 0
    const counting = (run: () => Promise<unknown>) => {
      reads = 0
      return during(({ input }, next) => {
        if (JSON.stringify(input).includes('"EMERGENCY"')) reads++
        return next()
      }, run)
    }
    await counting(calls.write)
    expect(reads).toBe(1)
    await counting(() => Promise.all([Emergency.shownMode(), Emergency.shownMode(), Emergency.shownMode()]))
    expect(reads).toBe(0)
  })
})

it("which calls are no plain write is known", async () => {
  const kinds: Record<string, Kind> = {}
  for (const { method, path } of endpoints) {
    if (method === "GET") continue
    const { file } = routeOf(path.replace(/\{\w+\}/g, "x"))
    const { operation } = (await file.load())[method] as unknown as { operation?: { kind: Kind } }
    if (operation && operation.kind !== "write") kinds[`${method} ${path}`] = operation.kind
  }
  expect(kinds).toEqual({
    "POST /api/account": "signup",
    "POST /api/uploads": "upload",
    "POST /api/uploads/{photoId}/parts": "upload",
    "POST /api/uploads/{photoId}/complete": "upload",
    "POST /api/photos/{photoId}/retry": "upload",
    // Somebody who lost a password, or a device, must not wait for the end of an incident; nor a mail's recipient.
    "POST /api/account/password/forgot": "access",
    "POST /api/account/password/reset": "access",
    "PUT /api/me/password": "access",
    "DELETE /api/me": "access",
    "POST /api/me/deactivate": "access",
    "DELETE /api/me/deletion": "access",
    "DELETE /api/me/sessions": "access",
    // Nor whoever shuts others out of an account, or of what a link gave away.
    "PATCH /api/me/sessions/{sid}": "access",
    "POST /api/me/proof": "access",
    "POST /api/me/two-factor": "access",
    "POST /api/me/two-factor/confirm": "access",
    "POST /api/me/two-factor/recovery-codes": "access",
    "DELETE /api/me/two-factor": "access",
    "POST /api/me/passkeys": "access",
    "POST /api/me/passkeys/options": "access",
    "DELETE /api/me/passkeys/{passkeyId}": "access",
    "DELETE /api/share-links/{shareId}": "access",
    "POST /api/s/{token}/unlock": "access",
    "POST /api/s/{token}/uploads": "upload",
    "POST /api/s/{token}/uploads/{photoId}/parts": "upload",
    "POST /api/s/{token}/uploads/{photoId}/complete": "upload",
    "POST /api/me/import": "upload",
    "POST /api/me/import/{importId}/parts": "upload",
    "POST /api/me/import/{importId}/complete": "upload",
    "PATCH /api/admin/reports/{id}": "moderation",
    "POST /api/admin/decisions": "moderation",
    "POST /api/admin/decisions/{id}/answer": "moderation",
    "POST /api/admin/decisions/{id}/undo": "moderation",
    "DELETE /api/me/sessions/{sid}": "access",
    "DELETE /api/me/tokens/{tokenId}": "access",
    "POST /api/notifications/unsubscribe/{token}": "access",
    // Those who put things right must be able to, whatever the mode.
    "POST /api/admin/explain": "moderation",
    "POST /api/admin/users/find": "moderation",
    "PATCH /api/admin/users/{userId}": "moderation",
    "POST /api/admin/users/{userId}/sign-out": "moderation",
    "POST /api/admin/dead-letters/{of}/{letterId}/redrive": "moderation",
    "DELETE /api/admin/dead-letters/{of}/{letterId}": "moderation",
  })
})
