import "server-only"
import type { Locale } from "@/core/user/user.schema"
import { site } from "../site"
import { element, type Markup } from "./markup"
import { plainColours, plainType } from "./plain-style"
import { wordsIn } from "./words"

/** The page for when nothing can be fetched: it needs nothing but itself, and is the same for everybody. */
export function offlinePage(lang: Locale): string {
  const t = wordsIn(lang)
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width,initial-scale=1,viewport-fit=cover" }),
    element("title", {}, `${t("offlineTitle")} · ${site.name}`),
    element("style", {}, style),
  )
  const body = element(
    "body",
    {},
    element("header", {}, mark()),
    element(
      "main",
      {},
      element("div", { class: "frame" }, cloud()),
      element("h1", {}, t("offlineTitle")),
      element("p", {}, t("offline")),
      // Without an address of its own it leads to the page that was wanted.
      element("a", { href: "" }, t("again")),
    ),
  )
  return `<!doctype html>\n${element("html", { lang }, head, body)}`
}

const mark = (): Markup =>
  element(
    "svg",
    { viewBox: "0 0 48 48", width: 32, height: 32, role: "img", "aria-label": site.name },
    element("rect", {
      x: 3.75,
      y: 9.75,
      width: 40.5,
      height: 28.5,
      rx: 1.5,
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 3.5,
    }),
    element("path", {
      d: "M10.5 25.3h17.3l3.7-5a1.3 1.3 0 0 1 2.09 0l4.26 5.8a1.4 1.4 0 0 1-1.13 2.23H10.5Z",
      fill: "currentColor",
    }),
  )

const cloud = (): Markup =>
  element(
    "svg",
    {
      viewBox: "0 0 24 24",
      width: 32,
      height: 32,
      fill: "none",
      stroke: "currentColor",
      "aria-hidden": "true",
    },
    element("path", {
      d: "M8.5 8A5.5 5.5 0 0 1 17.5 11a4 4 0 0 1 2.4 6.7M17 19H7.5A4.5 4.5 0 0 1 6.3 10.2M4 4l16 16",
      "stroke-width": 1.5,
      "stroke-linecap": "round",
    }),
  )

const style = `${plainColours}${plainType}
body{display:grid;grid-template-rows:auto 1fr;min-height:100%}
header{display:flex;align-items:center;height:52px;padding:0 16px}
main{display:grid;place-content:center;justify-items:center;gap:12px;padding:32px 24px 84px;text-align:center}
.frame{display:grid;place-items:center;width:180px;aspect-ratio:3/2;margin-bottom:20px;border:2px solid var(--muted);color:var(--muted)}
h1{margin:0;font-size:28px;font-weight:600;line-height:34px}
p{max-width:42ch;margin:0;color:var(--muted);font-size:16px;line-height:24px;text-wrap:balance}
p:lang(ja){max-width:30em;line-height:28px}
:lang(ja){word-break:auto-phrase}
main a{display:grid;place-items:center;min-height:44px;margin-top:12px;padding:0 20px;border-radius:8px;background:var(--ink);color:var(--canvas);font-weight:500}
@media(max-width:639px){main a{width:100%;max-width:320px}h1{font-size:22px;line-height:28px}.frame{width:150px}}
`.replaceAll("\n", "")
