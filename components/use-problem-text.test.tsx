import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, it } from "vitest"
import en from "@/messages/en"
import { ProblemError } from "./api-call"
import { useProblemText } from "./use-problem-text"

const Text = ({ of }: { of: unknown }) => useProblemText()(of)
const detail = "Look at the fields named below."

it.each([
  ["the network", new ProblemError({ code: "unreachable", status: 0 }), en.api.unreachable],
  ["the server's own words", new ProblemError({ code: "gone", status: 410, detail }), detail],
  [
    "what is wrong with a field that is not on the page",
    new ProblemError({
      code: "invalid",
      status: 400,
      detail,
      errors: [{ path: "files.0", message: "Empty." }],
    }),
    "Empty.",
  ],
  ["what nobody thought of", new Error("x"), en.api.unexpected],
])("tells %s", (_what, error, text) => {
  const shown = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Text of={error} />
    </NextIntlClientProvider>,
  )
  expect(shown).toBe(text)
})
