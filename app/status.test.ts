import { expect, it } from "vitest"
import { Status } from "../core/status"
import { ownStorage } from "../testing/own-storage"
import { GET as japanese } from "./ja/status/route"
import { GET as english } from "./status/route"
import { GET as json } from "./status.json/route"

ownStorage()

const ask = async (get: typeof json, path: string) => {
  const response = await get(new Request(`http://localhost:3000${path}`))
  return [response.status, response.headers.get("content-type"), await response.text()] as const
}

it("the site shows the status page where no CDN does, before and after it was first written", async () => {
  expect(await ask(english, "/status")).toEqual([
    200,
    "text/html; charset=utf-8",
    expect.stringContaining("We are not sure"),
  ])
  await Status.noteJourneys([{ name: "feed", state: "failed", milliseconds: 9 }])
  expect(await ask(japanese, "/ja/status")).toEqual([
    200,
    "text/html; charset=utf-8",
    expect.stringContaining("一部が利用できません"),
  ])
  const [status, type, text] = await ask(json, "/status.json")
  expect([status, type, JSON.parse(text)]).toEqual([
    200,
    "application/json; charset=utf-8",
    expect.objectContaining({ state: "down" }),
  ])
})
