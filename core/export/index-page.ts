import { type Plan, previewPath } from "./plan"

const words = {
  en: {
    title: (handle: string, site: string) => `${handle} at ${site}`,
    lead: (photos: number, posts: number) =>
      `${photos} ${photos === 1 ? "photo" : "photos"}, ${posts} ${posts === 1 ? "post" : "posts"}. A photo opens its original.`,
    parts: (parts: number) =>
      `This archive has ${parts} parts. Unpack all of them into one folder, and this page shows every photo.`,
    audience: { public: "", followers: "For followers", private: "Only for me" },
    drafts: "Drafts",
    none: "No photos were posted.",
    more: "All the rest is in manifest.json and account.json.",
  },
  ja: {
    title: (handle: string, site: string) => `${site}の${handle}さん`,
    lead: (photos: number, posts: number) =>
      `写真${photos}枚、投稿${posts}件です。写真を選ぶと元のファイルが開きます。`,
    parts: (parts: number) =>
      `このアーカイブは${parts}個に分かれています。すべて同じフォルダーに展開すると、どの写真もこのページで見られます。`,
    audience: { public: "", followers: "フォロワーのみ", private: "自分のみ" },
    drafts: "下書き",
    none: "投稿された写真はありません。",
    more: "そのほかの内容は manifest.json と account.json にあります。",
  },
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const style = `:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0;background:#fafaf9;color:#171716;font:16px/1.6 -apple-system,"Segoe UI","Hiragino Sans","Noto Sans JP",sans-serif}
header,main,footer{max-width:1080px;margin:0 auto;padding:32px 20px}h1{font-size:28px;line-height:1.25;margin:0 0 8px}
h2{font-size:18px;margin:40px 0 16px}p{margin:0}.muted,time,.tag{color:#5c5c58;font-size:14px}footer{padding-bottom:64px}
.wall{display:grid;gap:32px 20px;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));align-items:start}
article>a{display:block}article img{display:block;width:100%;height:auto;border-radius:6px;background:#e7e7e3}
.rest{display:grid;grid-template-columns:repeat(4,1fr);gap:6px;margin-top:6px}.rest img{aspect-ratio:1;object-fit:cover}
.caption{margin-top:10px;white-space:pre-wrap;overflow-wrap:anywhere}.tag{border:1px solid;border-radius:99px;padding:0 8px;margin-left:8px}
@media (prefers-color-scheme:dark){body{background:#121211;color:#eeeeeb}.muted,time,.tag{color:#a5a59f}article img{background:#2a2a28}}`

type Shown = Plan["manifest"]["posts" | "drafts"][number]

/** A page that shows an archive's photos without the site: it needs nothing but the files beside it. */
export function indexPage({ manifest, handle, locale, parts }: Plan, site: string): string {
  const t = words[locale]
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })
  const image = ({ file, altText, width, height }: Shown["photos"][number]) =>
    `<a href="${escaped(file)}"><img loading="lazy" src="${escaped(previewPath(file))}" alt="${escaped(altText)}"${width && height ? ` width="${width}" height="${height}"` : ""}></a>`
  const article = ({ photos, caption, visibility, createdAt }: Shown) => {
    const [first, ...rest] = photos.map(image)
    const audience = t.audience[visibility]
    return `<article>${first ?? ""}${rest.length > 0 ? `<div class="rest">${rest.join("")}</div>` : ""}
${caption ? `<p class="caption">${escaped(caption)}</p>` : ""}<time datetime="${escaped(createdAt)}">${day.format(new Date(createdAt))}</time>${audience ? `<span class="tag">${audience}</span>` : ""}</article>`
  }
  const wall = (of: readonly Shown[]) =>
    `<div class="wall">${[...of].reverse().map(article).join("\n")}</div>`
  const { posts, drafts, counts, profile } = manifest
  const title = escaped(t.title(handle, site))
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style>
<header><h1>${escaped(profile.name || handle)}</h1><p class="caption">${escaped(profile.bio)}</p>
<p class="muted">${title} · ${t.lead(counts.photos ?? 0, posts.length)}</p>${parts > 1 ? `<p class="muted">${t.parts(parts)}</p>` : ""}</header>
<main>${posts.length > 0 ? wall(posts) : `<p>${t.none}</p>`}${drafts.length > 0 ? `<h2>${t.drafts}</h2>${wall(drafts)}` : ""}</main>
<footer class="muted">${t.more}</footer></html>
`
}
