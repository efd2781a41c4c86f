import { describe, expect, it } from "vitest"
import { asSent, filterPattern, PatternProblem } from "."

const json = (value: unknown) => JSON.stringify(value)

/** Those of some events that a pattern finds. */
const found = <T extends string>(pattern: string, events: readonly T[]) =>
  events.filter(filterPattern(pattern))

describe("the patterns of the runbook, as written", () => {
  const line = { level: "INFO", message: "request", status: 200, duration: 12, path: "/api/feed" }
  const access = { status: 200, responseTime: 12, sourceIp: "10.0.0.1", path: "/api/posts" }
  it.each([
    ["ERROR", { ...line, level: "ERROR" }, line],
    ['{ $.user_id = "user-123" }', { ...line, user_id: "user-123" }, { ...line, user_id: "user-1234" }],
    ["{ $.duration > 2000 }", { ...line, duration: 2001 }, { ...line, duration: 2000 }],
    ['{ $.path = "/api/posts" }', { ...line, path: "/api/posts" }, { ...line, path: "/api/posts/1" }],
    ["S3", { ...line, message: "S3 PutObject failed" }, line],
    ["{ $.responseTime > 5000 || $.status >= 400 }", { ...access, status: 400 }, access],
    [
      "{ $.responseTime > 5000 || $.status >= 400 }",
      { ...access, responseTime: 5001 },
      { ...access, responseTime: 5000 },
    ],
    ['{ $.sourceIp = "192.168.1.1" }', { ...access, sourceIp: "192.168.1.1" }, access],
    ['{ $.action = "BLOCK" }', { action: "BLOCK" }, { action: "ALLOW" }],
    ["{ $.maxMemoryUsed exists }", { ...line, maxMemoryUsed: 99 }, line],
  ])("%s", (pattern, event, other) => {
    expect(found(pattern, [json(event), json(other)])).toEqual([json(event)])
  })

  it("find nothing where a number was written as text", () => {
    expect(found("{ $.status >= 400 }", [json({ status: "500" })])).toEqual([])
  })
})

describe("words", () => {
  const both = "ERROR WARN message"
  const error = "[ERROR] Exiting with ERRORCODE: -1"
  const warn = "[WARN] Failed to process the request"
  it.each([
    ["", [both, error, warn]],
    ["ERROR", [both, error]],
    ["ERROR WARN", [both]],
    ["?ERROR ?Failed", [both, error, warn]],
    ["ERROR -WARN", [error]],
    ['"ERROR" - "Exiting"', [both]],
    ['"to process the"', [warn]],
    ["error", []],
    ["-ERROR", [warn]],
    // Beside a word that must be there, one with ? counts for nothing.
    ["ERROR ?Failed", [both, error]],
    ["%ERR[A-Z]+: -\\d%", [error]],
    ["%^.WARN|message$%", [both, warn]],
    ['"ERRORCODE: \\"1"', []],
  ])("%j finds %j", (pattern, expected) => {
    expect(found(pattern, [both, error, warn])).toEqual(expected)
  })
})

describe("conditions on JSON", () => {
  const event = {
    eventType: "UpdateTrail",
    sourceIPAddress: "111.111.111.111",
    list: ["value", "another value"],
    objects: [
      { name: "a", id: 1 },
      { name: "b", id: 2 },
    ],
    nothing: null,
    flag: true,
    user: { id: 1, email: "John.Stiles@example.com" },
    users: [{ email: "John.Doe@example.com" }],
    actions: ["GET", "PUT", "DELETE"],
    coordinates: [
      [0, 1, 2],
      [4, 5, 6],
    ],
    latency: 500.5,
    "a key": "with a blank",
    "with-hyphen": 3,
  }
  it.each([
    '{ $.eventType = "UpdateTrail" }',
    "{$.eventType=UpdateTrail}",
    "{ $.eventType = Update* }",
    '{ $.eventType = "*Trail" }',
    "{ $.eventType = %Up.*l$% }",
    "{ $.sourceIPAddress != 123.123.* }",
    '{ $.list[0] = "value" }',
    "{ $.objects[1].id = 2 }",
    "{ $.nothing IS NULL }",
    "{ $.absent NOT EXISTS }",
    "{ $.eventType EXISTS && $.eventType = * }",
    "{ $.flag IS TRUE }",
    '{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }',
    '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch && $.actions[2] = nomatch }',
    "{ $.latency >= 500 && $.latency < 10e3 && $.latency > +0.5e-3 }",
    "{ $.coordinates[1][0] != 5 }",
    `{ $.['a key'] = "with a blank" }`,
    "{ $.with-hyphen = 3 }",
    "{ (($.flag IS FALSE) || ($.with-hyphen <= 3)) }",
  ])("%s fits", (pattern) => {
    expect(filterPattern(pattern)(json(event))).toBe(true)
  })

  it.each([
    '{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }',
    '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch) && $.actions[2] = nomatch }',
    "{ $.list = 1 }",
    "{ $.list != 1 }",
    "{ $.absent != 1 }",
    "{ $.absent IS NULL }",
    "{ $.flag IS FALSE }",
    "{ $.eventType[0] = U }",
    "{ $.eventType = update* }",
    "{ $.eventType > 1 }",
    "{ $.toString EXISTS }",
  ])("%s does not", (pattern) => {
    expect(filterPattern(pattern)(json(event))).toBe(false)
  })

  it("is never fitted by what is no JSON", () => {
    expect(found("{ $.a NOT EXISTS }", ["plain text", "[1", "3"])).toEqual([])
  })
})

describe("conditions on space-delimited events", () => {
  const index = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534'
  const image = '127.0.0.1 - frank [10/Oct/2000:13:35:22 -0700] "GET /a.gif HTTP/1.0" 200 5324'
  const short = "ERROR WARN message"
  it.each([
    ["[ip, user, username, timestamp, request, status_code, bytes]", [index, image]],
    ["[ip, user, username, timestamp, request, status_code = 4*, bytes]", [index]],
    ["[ip, user, username, timestamp, request, status_code, bytes > 2000]", [image]],
    ["[..., request=*.html*, status_code=4*,]", [index]],
    ["[..., status_code = 4* && status_code != 403, bytes]", [index]],
    ["[ip, user, ..., status >= 400, bytes]", [index]],
    ["[ip=%127\\.0\\.0\\.[1-9]%, ...]", [index, image]],
    ["[..., status_code=404 || status_code=200, bytes]", [index, image]],
    ["[ip, user, ...]", [index, image, short]],
    ["[w1=ERROR, w2]", []],
    ["[w1=ERROR, w2, w3 != message]", []],
    ['[w1=ERROR, w2 != "INFO", w3]', [short]],
  ])("%s", (pattern, expected) => {
    expect(found(pattern, [index, image, short])).toEqual(expected)
  })
})

describe("what is sent to CloudWatch Logs", () => {
  it.each([
    ["{ $.maxMemoryUsed exists }", "{ $.maxMemoryUsed = * }"],
    ["{ ($.a EXISTS) && $.b NOT EXISTS && $.c exists }", "{ ($.a = *) && $.b NOT EXISTS && $.c = * }"],
    ['{ $.a = "it exists" }', '{ $.a = "it exists" }'],
    ["exists", "exists"],
    ["{ $.a = b@c exists }", "{ $.a = b@c exists }"],
  ])("of %s is %s", (pattern, sent) => {
    expect(asSent(pattern)).toBe(sent)
  })
})

describe("what is no pattern is told with its place", () => {
  it.each([
    ["{ $.status >= }", "What >= compares with is missing", 14],
    ["{ $.status > many }", "> compares numbers alone", 13],
    ["{ $.status }", "Here one of = != < <= > >= is expected, or IS, EXISTS, NOT EXISTS", 11],
    ["{ status = 1 }", "Here a field is expected, such as $.status", 2],
    ["{ $ = 1 }", "After $ comes the name of a field, such as $.status", 2],
    ["{ $.a = 1", "Here && or || is expected, or }", 9],
    ["{ $.a = 1 } x", "After } nothing is expected", 12],
    ["{ ($.a = 1 }", 'A ")" is missing', 11],
    ["{ $.a IS 1 }", "After IS comes NULL, TRUE or FALSE", 9],
    ["{ $.a NOT 1 }", "After NOT comes EXISTS", 10],
    ["{ $.a[x] = 1 }", "[x] is no place in a list, such as [0]", 2],
    ['{ $.a = "b }', 'What " begins has no end', 8],
    ["{ $.a = b@c }", '"@" is not expected here: text with such characters stands in "quotes"', 9],
    ["user-123", '"-" is not expected here: a word with such characters stands in "quotes"', 4],
    ["ERROR ?", "A word is missing", 7],
    ["%(a)%", '"(" is not allowed in an expression', 1],
    ["%[a%", "This expression is none (Unterminated character class)", 0],
    ["[a, b = ]", "What = compares with is missing", 8],
    ["[a b]", "Here one of = != < <= > >= is expected, or IS, EXISTS, NOT EXISTS", 3],
    ["[a = 1 && b = 2]", "The conditions of one field name it alike: a", 10],
    ["[..., a, ...]", "... can stand once", 0],
  ])("%s", (pattern, why, at) => {
    expect(() => filterPattern(pattern)).toThrow(PatternProblem)
    try {
      filterPattern(pattern)
    } catch (error) {
      expect(error).toMatchObject({ why, at })
      expect((error as Error).message.split("\n").at(-1)).toBe(`  ${" ".repeat(at)}^`)
    }
  })
})
