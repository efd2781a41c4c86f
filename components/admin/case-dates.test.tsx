import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, it } from "vitest"
import { AppealSaid } from "@/components/safety/appeal-said"
import type { CaseView, DecisionForModerator } from "@/core/moderation/moderation.schema"
import en from "@/messages/en"
import { CaseReports } from "./case-reports"

const rendered = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  )

it("a legal notice is shown with the day on which it came", () => {
  const takedown = {
    ...{ id: "tkd_1", name: "Rita Holder", email: "rita@example.org", right: "copyright" },
    ...{ text: "It is mine.", at: "2026-11-20T10:00:00.000Z" },
  }
  const shown = { reports: [], takedowns: [takedown] } as unknown as CaseView
  expect(rendered(<CaseReports shown={shown} />)).toContain("Nov 20, 2026")
})

it("an appeal is shown with its date, what became of it, and by whom a counter-notice is sworn", () => {
  const open: NonNullable<DecisionForModerator["appeal"]> = {
    ...{ text: "It is mine.", at: "2026-11-21T10:00:00.000Z", status: "open", counterNotice: false },
  }
  const waits = rendered(<AppealSaid appeal={open} />)
  expect(waits).toMatch(/Appeal of Nov 21, 2026.*not answered yet/)
  expect(waits).not.toContain("sworn")
  const answered = rendered(
    <AppealSaid
      appeal={{
        ...{ ...open, counterNotice: true, swornBy: "Otto Author", status: "upheld" },
        ...{ answer: "It is not.", answeredAt: "2026-11-23T10:00:00.000Z" },
      }}
    />,
  )
  expect(answered).toMatch(/Counter-notice of Nov 21, 2026.*the decision stands/)
  expect(answered).toContain("sworn by Otto Author")
  expect(answered).toMatch(/Answer of Nov 23, 2026.*It is not\./)
})
