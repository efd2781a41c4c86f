/** The site's tokens that this page uses, in both themes, and its own few rules: it has to look right with nothing else. */
export const style = `
:root{color-scheme:light dark;--canvas:#fafafa;--fill:#efefee;--line:#e3e3e1;--ink:#171716;--muted:#555552;--faint:#6b6b67;--ok:#1d6b42;--ok-soft:#e6f3ec;--warn:#7a5600;--warn-mark:#b98200;--warn-soft:#faf0d7;--danger:#b0163f;--danger-soft:#fceaee;--focus:#b3450f;--inset:16px}
@media(prefers-color-scheme:dark){:root{--canvas:#0f0f0f;--fill:#232322;--line:#2c2c2b;--ink:#ededeb;--muted:#b0b0ac;--faint:#92928e;--ok:#7fcf9f;--ok-soft:#12261a;--warn:#e3b957;--warn-mark:#e3b957;--warn-soft:#2a2110;--danger:#ff8098;--danger-soft:#2f141a;--focus:#f2935c}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:14px/20px -apple-system,BlinkMacSystemFont,"Segoe UI Variable Text","Segoe UI",Roboto,Inter,"Hiragino Sans","Hiragino Kaku Gothic ProN","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif;-webkit-font-smoothing:antialiased}
h1,h2,h3,p,ol{margin:0;padding:0}
h1,h2{font-size:18px;line-height:26px;font-weight:600;letter-spacing:-.015em}
h3{font-size:16px;line-height:24px;font-weight:600}
:lang(ja){letter-spacing:0;word-break:auto-phrase}
p:lang(ja){line-height:24px}
a{color:inherit;text-decoration:none}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
header{display:flex;align-items:center;height:52px;padding:0 var(--inset);gap:10px}
.home{display:flex;align-items:center;gap:10px;min-height:44px;margin-right:6px;font-size:18px;font-weight:600}
.mark{width:28px;height:28px}.word{height:19px;width:auto}
.other{margin-left:auto;display:flex;align-items:center;min-height:44px;padding:0 8px;margin-right:-8px;color:var(--muted);font-weight:500;border-radius:8px}
.other:hover{color:var(--ink)}
main{display:grid;gap:24px;max-width:calc(640px + 2*var(--inset));margin:0 auto;padding:12px var(--inset) 48px}
.notice{display:flex;gap:14px;padding:20px;border-radius:8px;background:var(--fill)}
.notice h1{text-wrap:balance}.notice p{margin-top:4px;max-width:60ch;text-wrap:pretty}
.i{flex:none;width:20px;height:20px;margin-top:3px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.i--small{width:16px;height:16px;margin:0}
.notice.working{background:var(--ok-soft)}.notice.slow{background:var(--warn-soft)}.notice.down{background:var(--danger-soft)}
.working>.i,.state.working{color:var(--ok)}.slow>.i,.state.slow{color:var(--warn)}.down>.i,.state.down{color:var(--danger)}.unknown>.i,.state.unknown{color:var(--muted)}
.muted{color:var(--muted)}.faint{color:var(--faint);font-size:12px;line-height:16px;font-variant-numeric:tabular-nums}
.journey{display:grid;gap:8px;padding:16px 0;border-bottom:1px solid var(--line)}
.row{display:flex;align-items:center;gap:12px}.row h3{flex:1;min-width:0;font-size:14px;line-height:20px;font-weight:500}
.state{display:flex;align-items:center;justify-content:flex-end;gap:6px;min-width:84px}
.days{display:grid;grid-template-columns:repeat(90,1fr);gap:2px;height:28px}
.days i{background:var(--ok);border-radius:1px;opacity:.55}.days .w{background:var(--warn-mark);opacity:1}.days .d{background:var(--danger);opacity:1}.days .n{background:var(--line);opacity:1}
.ends{display:flex;justify-content:space-between}.phone{display:none}
.incidents{display:grid;gap:20px}.incident{display:grid;gap:12px;scroll-margin-top:16px}
ol{list-style:none;display:grid;gap:16px;border-left:2px solid var(--line);padding-left:20px}
li .row{gap:8px}b{font-weight:500}li p{margin-top:2px;max-width:65ch;white-space:pre-line;overflow-wrap:anywhere}
@media(max-width:639px){.days{grid-template-columns:repeat(45,1fr)}.days i:nth-child(-n+45),.desk{display:none}.phone{display:inline}}
@media(min-width:640px){:root{--inset:24px}header{height:60px}main{padding-top:24px;padding-bottom:96px}}
@media(min-width:1200px){:root{--inset:32px}}
@media(forced-colors:active){.days i{forced-color-adjust:none}}
`.replaceAll("\n", "")
