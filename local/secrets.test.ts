import { mkdir, readFile, stat, writeFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, test } from "vitest"
import { loadSecrets } from "./secrets"
import { temporaryFolder } from "./test-kit"

describe("the secrets of an installation", () => {
  test("are made once, differ between installations, and only their owner may read them", async () => {
    const [here, there] = [await temporaryFolder(), await temporaryFolder()]
    const first = await loadSecrets(here)
    expect(await loadSecrets(here)).toEqual(first)
    expect((await loadSecrets(there)).AuthSecret).not.toBe(first.AuthSecret)
    expect(new Set(Object.values(first)).size).toBe(6)
    expect(first.TokenKey).toMatch(/^1:[\w-]{43}$/)
    expect((await stat(path.join(here, "secrets.json"))).mode & 0o777).toBe(0o600)
  })

  test.each(["", "{", '{"AuthSecret":"1:x"}'])(
    "that are broken (%j) say what to do in one line",
    async (text) => {
      const folder = await temporaryFolder()
      await writeFile(path.join(folder, "secrets.json"), text)
      await expect(loadSecrets(folder)).rejects.toThrow(
        /^.*secrets\.json is broken \(.*restore it.*--reset\.$/,
      )
      expect(await readFile(path.join(folder, "secrets.json"), "utf8")).toBe(text)
    },
  )

  test("that are gone while there is data are not made anew", async () => {
    const folder = await temporaryFolder()
    await mkdir(path.join(folder, "dynamodb"))
    await expect(loadSecrets(folder)).rejects.toThrow("is missing and the data needs it")
  })

  test("may carry older versions", async () => {
    const folder = await temporaryFolder()
    const secrets = await loadSecrets(folder)
    const rotated = { ...secrets, CursorKey: `2:${"n".repeat(43)},${secrets.CursorKey}` }
    await writeFile(path.join(folder, "secrets.json"), JSON.stringify(rotated))
    expect(await loadSecrets(folder)).toEqual(rotated)
  })
})
