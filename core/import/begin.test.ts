import { expect, it } from "vitest"
import { justBefore } from "../../testing/faults"
import { given } from "../../testing/given"
import { Import } from "./index"

it("of two imports that a person begins at once one is begun", async () => {
  const ada = await given.person()
  const begin = () => Import.begin(ada, { files: [{ name: "a.zip", byteLength: 500 }] })
  const late = justBefore("PutItemCommand", begin, begin)
  await expect(late).rejects.toMatchObject({ code: "conflict", reason: "import_running" })
  const { items } = await Import.list(ada, {})
  expect(items.map(({ state }) => state)).toEqual(["sending"])
})
