import { expect, it } from "vitest"
import { hashesOf } from "./hashes"

const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

it("hashes the whole and each part, the last one as short as it is", async () => {
  const whole = await hashesOf(new Blob(["abcabcab"]), 3)
  expect(whole.parts).toHaveLength(3)
  expect(whole.parts.slice(0, 2)).toEqual([abc, abc])
  expect(whole.parts[2]).toBe((await hashesOf(new Blob(["ab"]), 3)).sha256)
  expect(whole).toMatchObject({ partSize: 3, sha256: (await hashesOf(new Blob(["abcabcab"]), 9)).parts[0] })
})
