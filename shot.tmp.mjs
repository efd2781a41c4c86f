import { chromium } from "@playwright/test"
const [,, base, ...paths] = process.argv
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-background-networking","--disable-component-update","--disable-sync","--no-first-run"] })
for (const p of paths) for (const [w,h,n] of [[1440,900,"desk"],[390,844,"phone"]]) {
  const ctx = await browser.newContext({ viewport: {width:w,height:h}, colorScheme: process.env.SCHEME ?? "light", deviceScaleFactor: 1 })
  const page = await ctx.newPage(); page.on("console", m => m.type()==="error" && console.log("console:", p, m.text().slice(0,300))); page.on("pageerror", e => console.log("pageerror", p, String(e).slice(0,300)))
  await page.goto(base+p, { waitUntil: "networkidle" }).catch(e=>console.log(String(e).slice(0,200)))
  const f = `/tmp/shots/${p.replace(/\W+/g,"_")||"root"}.${n}.${process.env.SCHEME ?? "light"}.png`
  await page.screenshot({ path: f }); console.log(f)
  await ctx.close()
}
await browser.close()
