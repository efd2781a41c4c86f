const day = 86_400_000

/** The logs of a fortnight, for tests: busier in the second week, with errors of three kinds. */
export function seeded(now = Date.now()) {
  const at = (daysAgo: number) => ({ timestamp: new Date(now - daysAgo * day).toISOString() })
  const each = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i))
  const spread = (i: number, count: number, from: number) => from + 0.1 + (i / count) * 6.8
  const emf = (daysAgo: number, metric: string, value: number) => ({
    _aws: { Timestamp: now - daysAgo * day },
    [metric]: value,
  })
  const month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
  const gateway = (daysAgo: number) => {
    const [date = "", time = ""] = at(daysAgo).timestamp.split("T")
    const [year, m, d] = date.split("-")
    return `${d}/${month[Number(m) - 1]}/${year}:${time.slice(0, 8)} +0000`
  }
  const feed = (daysAgo: number, i: number) => ({
    ...at(daysAgo),
    level: "INFO",
    message: "request",
    method: "GET",
    route: "/api/feed/home",
    user_id: `usr_${i % 40}`,
    status: 200,
    duration: 40,
    readUnits: 6,
    tableTime: 20,
  })
  const error = (daysAgo: number, message: string, name: string, text: string) => ({
    ...at(daysAgo),
    level: "ERROR",
    message,
    error: { name, message: text },
  })
  return {
    api: [
      ...each(350, (i) => feed(spread(i, 350, 7), i)),
      ...each(700, (i) => feed(spread(i, 700, 0), i)),
      ...each(7, (i) => ({
        ...at(spread(i, 7, 0)),
        level: "INFO",
        message: "request",
        method: "POST",
        route: "/api/uploads",
        duration: 2500,
        tableTime: 100,
        storageTime: 2000,
      })),
      ...each(7, (i) => ({
        ...at(spread(i, 7, 0)),
        level: "INFO",
        message: "page",
        route: "/p",
        duration: 120,
        tableTime: 30,
      })),
      ...each(2, (i) => error(i + 1, "S3 PutObject failed", "TimeoutError", `no answer within ${i}000 ms`)),
      error(9, "request failed", "Error", "long ago"),
      ...each(7, (i) => emf(spread(i, 7, 0), "Posts", 3 + (i % 4))),
    ],
    access: [
      ...each(350, (i) => ({ requestTime: gateway(spread(i, 350, 7)), status: 200, responseTime: 45 })),
      ...each(700, (i) => ({
        requestTime: gateway(spread(i, 700, 0)),
        status: i % 50 === 0 ? 500 : 200,
        responseTime: 40 + (i % 30),
      })),
    ],
    "image-processing": [
      ...each(14, (i) => ({
        ...at(spread(i, 14, 0)),
        level: "INFO",
        message: "photo ready",
        bytes: 4_000_000,
        variantBytes: 900_000,
      })),
      ...each(14, (i) => ({
        ...at(spread(i, 14, 0)),
        level: "INFO",
        message: "call ended",
        duration: 3000,
        readUnits: 3,
        writeUnits: 9,
        storageWrites: 12,
        storageReads: 1,
      })),
      ...each(7, (i) =>
        error(
          i / 2 + 0.2,
          "call failed",
          "ImageRejected",
          `photo pho_01J000000000000000000000${i}A has ${i}000 pixels`,
        ),
      ),
      ...each(14, (i) => emf(spread(i, 14, 0), "PhotoReady", 2400 + i * 90)),
    ],
    "table-changed": [error(3, "projection failed", "Error", "boom")],
  }
}
