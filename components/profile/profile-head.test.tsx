import { PathParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime"
import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, it } from "vitest"
import type { UserView } from "@/core/user/user.schema"
import en from "@/messages/en"
import { ProfileHead } from "./profile-head"

const person: UserView = {
  id: "usr_01JD0000000000000000000000",
  handle: "ada",
  name: "Ada",
  bio: "",
  links: [],
  joinedAt: "2026-01-01T00:00:00.000Z",
  counts: { posts: 1, followers: 2, following: 3 },
  private: false,
  unlisted: false,
}
const shown = (over: Partial<UserView>) =>
  renderToStaticMarkup(
    <PathParamsContext.Provider value={{ locale: "en" }}>
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
        <ProfileHead user={{ ...person, ...over }} />
      </NextIntlClientProvider>
    </PathParamsContext.Provider>,
  )

const corpus = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "</h1></header><iframe srcdoc=x>",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "&lt;script&gt;",
  "<!--<script>",
]

const tagsOf = (html: string) => html.match(/<[^>]*>/g)
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")

it.each(corpus)("shows %s in every field as the text that it is (check 31)", (text) => {
  const fields = (word: string) => ({
    name: word,
    bio: word,
    links: [{ url: "https://a.example/", label: word }],
  })
  const html = shown(fields(text))
  expect(tagsOf(html)).toEqual(tagsOf(shown(fields("Ada"))))
  expect(textOf(html).split(text)).toHaveLength(4)
})

it("leads elsewhere without vouching for it, and lets the other place confirm who it is", () => {
  const html = shown({ links: [{ url: "https://www.a.example/x/?utm=1" }] })
  expect(html).toMatch(/<a [^>]*href="https:\/\/www\.a\.example\/x\/\?utm=1"[^>]*>/)
  expect(html).toContain('rel="me nofollow noopener ugc"')
  expect(html).toContain(">a.example/x<")
})
