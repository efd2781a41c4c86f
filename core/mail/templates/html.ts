import type { Locale } from "../../user/user.schema"

/** A mail as a page of its own: what is in it is HTML already. */
export const page = (lang: Locale, title: string, site: string, body: readonly string[]) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<body style="margin:0;background:#fafafa;color:#171716;font:16px/1.6 -apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',sans-serif">
<div style="max-width:480px;margin:0 auto;padding:40px 24px">
<p style="margin:0 0 32px;font-weight:600">${escapeHtml(site)}</p>
${body.join("\n")}
</div></body></html>`

export const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`

/** A line of news, which leads to what it is about. */
export const lineTo = (text: string, url: string) =>
  `<p style="margin:0;padding:12px 0;border-bottom:1px solid #e3e3e1"><a href="${escapeHtml(url)}" style="color:#171716;text-decoration:none">${escapeHtml(text)}</a></p>`

export const button = (text: string, url: string) =>
  `<p style="margin:32px 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#171716;color:#fff;text-decoration:none">${escapeHtml(text)}</a></p>`

export const small = (text: string) =>
  `<p style="margin:0;color:#555552;font-size:14px">${escapeHtml(text)}</p>`

/** Small print that leads somewhere. */
export const smallTo = (text: string, url: string) =>
  `<p style="margin:8px 0 0;font-size:14px"><a href="${escapeHtml(url)}" style="color:#555552">${escapeHtml(text)}</a></p>`

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
