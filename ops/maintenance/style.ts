/** How a report looks: the product's own colours and type, in light, in the dark, and on paper. */
export const style = `
:root{color-scheme:light dark;--canvas:#fafafa;--surface:#fff;--fill:#efefee;--line:#e3e3e1;--ink:#171716;--muted:#555552;
--faint:#6b6b67;--accent:#b3450f;--danger:#b0163f;--danger-soft:#fceaee;--ok:#1d6b42;--ok-soft:#e6f3ec;--warn:#7a5600;
--warn-soft:#faf0d7;--mark:#858581}
@media (prefers-color-scheme:dark){:root{--canvas:#131312;--surface:#1b1b1a;--fill:#262625;--line:#31312f;--ink:#ededeb;
--muted:#b4b4af;--faint:#969691;--accent:#ef8a4f;--danger:#ff8ba3;--danger-soft:#3a1620;--ok:#7fd0a2;--ok-soft:#142a1e;
--warn:#e6bd5c;--warn-soft:#2f260f;--mark:#8b8b86}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,
"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
:lang(ja) body{line-height:1.75}
main{max-width:64rem;margin:0 auto;padding:3rem 1.5rem 4rem}
h1{margin:0;font-size:1.75rem;line-height:1.25;font-weight:600;letter-spacing:-.015em}
:lang(ja) h1{letter-spacing:0}
h2{margin:0;font-size:1.125rem;line-height:1.5;font-weight:600}
p{margin:.5rem 0 0;color:var(--muted);max-width:44rem}
.about{color:var(--faint);font-size:.875rem}
section{margin-top:3rem}
.head{display:flex;align-items:center;gap:.75rem}
.badge{padding:.0625rem .5rem;border-radius:.375rem;font-size:.75rem;line-height:1.25rem;font-weight:500;white-space:nowrap;
background:var(--fill);color:var(--muted)}
.badge.ok{background:var(--ok-soft);color:var(--ok)}
.badge.needs{background:var(--danger-soft);color:var(--danger)}
.badge.unknown{background:var(--warn-soft);color:var(--warn)}
.needs-list{margin:1rem 0 0;padding:0;list-style:none;background:var(--surface);border:1px solid var(--line);border-radius:.875rem}
.needs-list li{display:flex;gap:.75rem;padding:.875rem 1.25rem}
.needs-list li+li{border-top:1px solid var(--line)}
.needs-list li::before{content:"";flex:none;width:.875rem;height:.875rem;margin-top:.35rem;border:1.5px solid var(--mark);border-radius:.25rem}
.needs-list div{min-width:0;overflow-wrap:anywhere}
code{display:inline-block;max-width:100%;margin-top:.25rem;padding:.0625rem .375rem;border-radius:.375rem;background:var(--fill);
color:var(--muted);font:.8125rem/1.25rem ui-monospace,"SF Mono","Cascadia Mono","DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.fine{display:flex;gap:.75rem;margin-top:1rem;padding:.875rem 1.25rem;border-radius:.875rem;background:var(--ok-soft);color:var(--ok);max-width:none}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem;margin-top:1rem}
figure{margin:0;padding:1rem 1.25rem;background:var(--surface);border:1px solid var(--line);border-radius:.875rem;break-inside:avoid}
figcaption{color:var(--muted);font-size:.875rem;line-height:1.25rem}
figure b{display:block;font-size:1.375rem;line-height:1.75rem;font-weight:500}
.span{display:flex;justify-content:space-between;color:var(--faint);font-size:.75rem}
.chart{display:block;width:100%;height:3.5rem;margin:.5rem 0 .25rem;overflow:visible}
.chart rect{fill:var(--mark)}
.chart.bad rect{fill:var(--danger)}
.chart .line{fill:none;stroke:var(--ink);stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
.chart .ground{fill:none;stroke:var(--line);vector-effect:non-scaling-stroke}
.scroll{margin-top:1rem;overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:.875rem}
table{width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.25rem}
th{padding:.625rem 1.25rem;text-align:left;font-weight:500;color:var(--faint);white-space:nowrap;border-bottom:1px solid var(--line)}
td{padding:.625rem 1.25rem;vertical-align:top;overflow-wrap:break-word}
tr+tr td{border-top:1px solid var(--line)}
.r{text-align:right;white-space:nowrap}
.k{white-space:nowrap}
td:not(.r):not(.k){min-width:14rem}
@media (max-width:40rem){main{padding:2rem 1rem 3rem}h1{font-size:1.375rem}section{margin-top:2.25rem}
th,td{padding:.5rem .875rem}.charts{grid-template-columns:1fr 1fr;gap:.75rem}figure{padding:.75rem .875rem}
.needs-list li{padding:.75rem 1rem}figcaption{overflow-wrap:anywhere}}
@media print{:root{color-scheme:light;--canvas:#fff;--surface:#fff;--fill:#f1f1f0;--line:#d5d5d2;--ink:#000;--muted:#333;
--faint:#555;--danger:#b0163f;--danger-soft:#fff;--ok:#1d6b42;--ok-soft:#fff;--warn:#7a5600;--warn-soft:#fff;--mark:#777}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}main{max-width:none;padding:0}section{margin-top:1.75rem}
.head,tr,.needs-list li{break-inside:avoid}h2,.head{break-after:avoid}.scroll{overflow:visible;border-radius:0}}
@page{margin:16mm}
`
