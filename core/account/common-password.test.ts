import { expect, it } from "vitest"
import { isCommonPassword } from "./common-password"

const own = ["ada_lovelace", "ada@example.com", "Ada Lovelace"]

it.each([
  "password1234",
  "P@ssw0rd2024!",
  "passwordpassword",
  "letmeinletmein",
  "123456789012",
  "qwertyuiop12",
  "1q2w3e4r5t6y",
  "lkjhgfdsapoi",
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "abababababab",
  "Sunshine2026!!",
  "iloveyou1234",
  "ichimai-ichimai",
  "ｐａｓｓｗｏｒｄ１２３４",
  "ada_lovelace1",
  "Lovelace2026!",
  "ada@example.com",
])("%j is common", (password) => {
  expect(isCommonPassword(password, own)).toBe(true)
})

it.each([
  "seven quiet herons 41",
  "correct horse battery staple",
  "さくらがきれいに咲いていますね",
  "xK9#mQ2$vL7@",
  "my photo of blue herons",
  "trees-rivers-moss",
  "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧",
])("%j is not", (password) => {
  expect(isCommonPassword(password, own)).toBe(false)
})

it("answers at once, also for what is made to be slow", () => {
  const began = performance.now()
  for (const word of ["ab".repeat(64), `${"a".repeat(127)}b`, "abcde".repeat(25)]) isCommonPassword(word, own)
  expect(performance.now() - began).toBeLessThan(100)
})
