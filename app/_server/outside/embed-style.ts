import "server-only"
import { embedBar, embedStrip } from "@/components/post/embed-html"
import { plainColours, plainType } from "./plain-style"

/** An embed in the look of the site, in as few bytes as it may cost. */
export const embedStyle = `${plainColours}${plainType}
main{display:grid;grid-template-rows:minmax(0,1fr) ${embedBar}px;height:100%}
:focus-visible{outline-offset:-4px}
.photos{display:grid;height:100%;min-height:0;background:var(--sunken)}
.photos a,picture,.photos img{display:block;width:100%;height:100%;min-height:0}
.photos img{object-fit:contain}
.several{display:flex;gap:3px;overflow-x:auto;scroll-snap-type:x proximity}
.several a{flex:none;width:auto;max-width:${embedStrip * 100}%;aspect-ratio:var(--r);scroll-snap-align:center}
details{min-height:0;background:var(--sunken)}
summary,details .photos{height:calc(100vh - ${embedBar}px)}
summary{display:grid;place-content:center;gap:16px;justify-items:center;padding:16px;text-align:center;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary b{display:grid;place-items:center;min-height:44px;padding:0 20px;border-radius:8px;background:var(--ink);color:var(--canvas);font-weight:500}
details[open] summary{display:none}
footer{display:flex;align-items:center;gap:10px;padding:0 4px 0 12px;border-top:1px solid var(--line);min-width:0}
.person{flex:none}
.face{display:grid;place-items:center;width:36px;height:36px;border-radius:50%;object-fit:cover;background:#5b6b7d;color:#fff}
.words{flex:1;min-width:0}
.name{font-weight:500}
.name,.words p{display:block;margin:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.words p{color:var(--muted)}
.home{flex:none;display:grid;place-items:center;min-height:44px;padding:0 12px;color:var(--muted)}
.home:hover,.name:hover{text-decoration:underline}
.gone{display:grid;grid-template-rows:none;place-content:center;justify-items:center;gap:4px;padding:16px;text-align:center}
.gone h1{margin:0;font-size:18px;font-weight:500;line-height:26px}
.gone .home{text-decoration:underline}
.gone p{margin:0 0 8px;color:var(--muted)}
:lang(ja){line-height:1.6}
`.replaceAll("\n", "")
