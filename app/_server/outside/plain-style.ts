import "server-only"

/** The site's colours, in the theme of the reader's device, for pages that are nothing but themselves; see tokens.css. */
export const plainColours = `
:root{color-scheme:light dark;--canvas:#fafafa;--line:#e3e3e1;--ink:#171716;--muted:#555552;--sunken:#f1f1f0;--focus:#b3450f}
@media(prefers-color-scheme:dark){:root{--canvas:#0f0f0f;--line:#2c2c2b;--ink:#ededeb;--muted:#b0b0ac;--sunken:#0a0a0a;--focus:#f2935c}}
`

/** Its type and ground. No quote and no bracket: it stands in markup as it is. */
export const plainType = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{background:var(--canvas);color:var(--ink);font:14px/20px -apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Inter,Hiragino Sans,Noto Sans JP,Noto Sans CJK JP,Yu Gothic UI,Meiryo,sans-serif}
a{color:inherit;text-decoration:none}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
`
