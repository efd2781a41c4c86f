import { expect, it } from "vitest"
import { emailFault, passwordLength } from "./faults"

it.each([
  ["", { key: "email_missing" }],
  ["   ", { key: "email_missing" }],
  ["mika", { key: "email_at" }],
  ["@example.com", { key: "email_at" }],
  ["mika@", { key: "email_end", end: "@" }],
  ["mika@example", { key: "email_end", end: "example" }],
  ["mika@example.", { key: "email_end", end: "example" }],
  ["mika@example.com", undefined],
  [" mika@mail.example.co.jp ", undefined],
])("%j", (email, fault) => {
  expect(emailFault(email)).toEqual(fault)
})

it("counts what a person sees as one character once", () => {
  expect(passwordLength("写真📷")).toBe(3)
})
