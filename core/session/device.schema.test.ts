import { expect, it } from "vitest"
import { deviceOf } from "./device.schema"

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)"

it.each([
  ["Firefox", "Linux", "computer", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"],
  [
    "Chrome",
    "Windows",
    "computer",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0 Safari/537.36`,
  ],
  [
    "Edge",
    "Windows",
    "computer",
    `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/142.0 Safari/537.36 Edg/142.0`,
  ],
  [
    "Chrome",
    "Android",
    "phone",
    `Mozilla/5.0 (Linux; Android 16; Pixel 9) ${webkit} Chrome/142.0 Mobile Safari/537.36`,
  ],
  [
    "Samsung Internet",
    "Android",
    "phone",
    `Mozilla/5.0 (Linux; Android 15; SM-S921B) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
  ],
  [
    "Safari",
    "iPhone",
    "phone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Mobile/15E148 Safari/604.1",
  ],
  [
    "Chrome",
    "iPad",
    "phone",
    "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1",
  ],
  [
    "Safari",
    "Mac",
    "computer",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.1 Safari/605.1.15",
  ],
  ["curl", undefined, "computer", "curl/8.5.0"],
  [undefined, undefined, "computer", ""],
])("%s on %s", (browser, system, kind, userAgent) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system, kind })
})
