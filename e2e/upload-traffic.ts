import type { Page } from "@playwright/test"

const MiB = 2 ** 20
/** Of the parts that large files are sent in. */
export const partBytes = 5 * MiB
/** Of a large photo: two parts. */
export const photoSize = 8 * MiB

/** Slows a page's uploads down, so that there is time to be in the middle of one. */
export async function slow(page: Page, bytesPerSecond: number) {
  const session = await page.context().newCDPSession(page)
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  })
}

/** Notes the parts that a page begins to send, and those that arrive, as "<photo> <number of the part>". */
export function watchParts(page: Page, begun: string[] = [], arrived: string[] = []) {
  const nameOf = (url: string) => /(pho_\w+)\?.*partNumber=(\d+)/.exec(url)?.slice(1).join(" ")
  page.on("request", (request) => {
    const name = request.method() === "PUT" && nameOf(request.url())
    if (name) begun.push(name)
  })
  page.on("response", (response) => {
    const name = response.request().method() === "PUT" && response.ok() && nameOf(response.url())
    if (name) arrived.push(name)
  })
  return { begun, arrived }
}
/** The bytes of a part, called as above. */
export const bytesOf = (name: string) => (name.endsWith(" 1") ? partBytes : photoSize - partBytes)
