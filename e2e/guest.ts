import { createHash } from "node:crypto"
import { z } from "zod"
import { SiteClient } from "../core/client"
import { UploadView } from "../core/photo/upload.schema"
import { expect, photoBytes } from "./fixtures"

/** A photo sent through a link that takes photos, by somebody without an account; it waits from then on. */
export async function sendAsGuest(baseURL: string, token: string, photo: string) {
  const site = new SiteClient(baseURL)
  const bytes = await photoBytes(photo)
  const key = "kept-by-the-browser-of-a-guest"
  const uploads = `/api/s/${token}/uploads`
  const offer = {
    fileName: `${photo}.jpg`,
    contentType: "image/jpeg",
    byteLength: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }
  const answer = await site.send("POST", uploads, { ...offer, key, name: "Grandma" }, UploadView)
  if ("duplicate" in answer || answer.upload.kind !== "post") throw new Error("sent in one piece, once")
  const form = new FormData()
  for (const [name, value] of Object.entries(answer.upload.fields)) form.append(name, value)
  form.append("file", new Blob([bytes], { type: "image/jpeg" }), `${photo}.jpg`)
  expect((await fetch(answer.upload.url, { method: "POST", body: form })).ok).toBe(true)
  const state = () => site.get(`${uploads}/${answer.photoId}?key=${key}`, z.object({ state: z.string() }))
  await expect.poll(async () => (await state()).state).toBe("ready")
}
