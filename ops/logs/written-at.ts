const months = "JanFebMarAprMayJunJulAugSepOctNovDec"

/** When a line of a local log was written, in milliseconds, from what it says itself; 0 when it does not. */
export function writtenAt(message: string): number {
  try {
    const { timestamp, _aws, requestTime } = JSON.parse(message) as Record<string, unknown>
    if (typeof timestamp === "string") return Date.parse(timestamp)
    if (typeof requestTime === "string") return commonLogTime(requestTime)
    return Number((_aws as { Timestamp?: number } | undefined)?.Timestamp ?? 0)
  } catch {
    return 0
  }
}

/** `28/Nov/2026:17:05:40 +0000` */
function commonLogTime(text: string): number {
  const [, day, month = "", year, time] = /^(\d+)\/(\w+)\/(\d+):([\d:]+) \+0000$/.exec(text) ?? []
  const number = String(months.indexOf(month) / 3 + 1).padStart(2, "0")
  return Date.parse(`${year}-${number}-${day}T${time}Z`)
}
