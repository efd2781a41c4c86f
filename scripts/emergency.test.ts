import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { Checkout } from "./testing/checkout"

let checkout: Checkout
let bad = ""
beforeEach(() => {
  checkout = new Checkout("production")
  checkout.write("page.txt", "one\ntwo\nthree\n")
  checkout.commit("feat: a page")
  checkout.write("page.txt", "one\n2\nthree\n")
  bad = checkout.commit("feat: numbers")
})
afterEach(() => checkout.remove())

const isEmergency = async (labels = "") =>
  (await checkout.run("is-emergency.sh", ["HEAD", labels])).code === 0
const revert = (message: string) => {
  checkout.git("revert", "--no-edit", bad)
  reword(message)
}
const reword = (message: string) => {
  checkout.git("commit", "--quiet", "--amend", "-m", `${message}\n\nThis reverts commit ${bad}.`)
}

describe("a commit that needs no approval", () => {
  it("undoes an earlier one, and is labelled emergency: in its message or on its pull request", async () => {
    revert('Revert "feat: numbers" [emergency]')
    expect(await isEmergency()).toBe(true)
    reword('Revert "feat: numbers"')
    expect([await isEmergency(), await isEmergency("bug\nemergency")]).toEqual([false, true])
  })

  it("may come later than the very next one", async () => {
    checkout.write("other.txt", "other")
    checkout.commit("feat: another file")
    revert("Revert [emergency]")
    expect(await isEmergency()).toBe(true)
  })

  it("is none that was not a revert, however it is labelled", async () => {
    checkout.write("page.txt", "new\n")
    checkout.commit("feat: something new [emergency]")
    expect(await isEmergency("emergency")).toBe(false)
  })

  it("is none that brings something else along", async () => {
    revert("Revert [emergency]")
    checkout.write("page.txt", "one\ntwo\nthree\nand more\n")
    checkout.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    expect(await isEmergency()).toBe(false)
  })

  it("is none that only says so", async () => {
    checkout.git(
      "commit",
      "--quiet",
      "--allow-empty",
      "-m",
      `Revert [emergency]\n\nThis reverts commit ${bad}.`,
    )
    expect(await isEmergency()).toBe(false)
    checkout.git(
      "commit",
      "--quiet",
      "--allow-empty",
      "-m",
      `[emergency]\n\nThis reverts commit ${"f".repeat(40)}.`,
    )
    expect(await isEmergency()).toBe(false)
  })
})
