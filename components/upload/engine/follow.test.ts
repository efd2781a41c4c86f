import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { throughLink } from "@/components/api/guests"
import { follow } from "./follow"
import { upload } from "./testing"
import type { Upload } from "./upload"
import { uploadsState } from "./uploads-state"
import type { Via } from "./via"

const guest = throughLink("T", { name: "Grandma", key: "k1" })
const sent = upload("a", { stage: "processing", photoId: "pho_1", arrived: true })

/** What a photo that arrived becomes. */
async function followed(via?: Via) {
  let now: Upload | undefined = sent
  await follow({
    upload: sent,
    tell: (event) => {
      const told = { ...event, key: "a" } as Parameters<typeof uploadsState>[1]
      now = uploadsState({ items: [sent], refusals: [] }, told).items[0]
    },
    signal: new AbortController().signal,
    partSize: 5,
    ...(via && { via }),
  })
  return now
}
const answering = (status: number, body: unknown) =>
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status }))

beforeEach(() => vi.stubGlobal("document", { documentElement: { lang: "en" } }))
afterEach(() => vi.unstubAllGlobals())

it("is over once somebody decided about a guest's photo: it is not sent again", async () => {
  answering(404, { code: "not_found" })
  expect(await followed(guest)).toMatchObject({ ...sent, stage: "ready", decided: true })
})

it("begins anew what the server lost of one's own", async () => {
  answering(404, { code: "not_found" })
  expect(await followed()).toMatchObject({ stage: "queued", renewed: true, photoId: undefined })
})

it("does not take the end of a link for that of the photo, which waits on", async () => {
  answering(410, { code: "gone", reason: "link_ended" })
  expect(await followed(guest)).toEqual({ ...sent, stage: "ready", ended: true })
})

it("says of a link that leads nowhere that it does not know what became of the photo", async () => {
  answering(404, { code: "not_found", reason: "no_link" })
  await expect(followed(guest)).rejects.toMatchObject({ status: 404, reason: "no_link" })
})
