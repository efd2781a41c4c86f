/**
 * Ranks order an album by hand: between any two there is room for another, so that moving one photo writes one photo.
 * A rank is a whole number, whose first letter says how many digits it has, and a fraction; they sort as plain text.
 */
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const base = digits.length
const numberOf = (digit: string | undefined) => (digit ? digits.indexOf(digit) : 0)

/** Letters from `a` on begin numbers of one digit and more, those from `Z` down the negative ones. */
const lengthOf = (head: string) =>
  head >= "a" ? head.charCodeAt(0) - "a".charCodeAt(0) + 2 : "Z".charCodeAt(0) - head.charCodeAt(0) + 2

const wholeOf = (rank: string) => rank.slice(0, lengthOf(rank[0] ?? "a"))

/** The rank after the last of an album, or the first one. It stays short: ten thousand of them have four characters. */
export function rankAfter(last: string | undefined): string {
  return last === undefined ? "a0" : counted(wholeOf(last), 1)
}

/** A rank between two, or before one, or after one. Whoever writes it sees to it that nobody else does meanwhile. */
export function rankBetween(low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined && low >= high) throw new Error("there is nothing between")
  if (high === undefined) return rankAfter(low)
  if (low === undefined) {
    const whole = wholeOf(high)
    return whole < high ? whole : counted(whole, -1)
  }
  const whole = wholeOf(low)
  if (whole === wholeOf(high)) return whole + middle(low.slice(whole.length), high.slice(whole.length))
  const next = counted(whole, 1)
  return next < high ? next : whole + middle(low.slice(whole.length), undefined)
}

/** The next whole number, or the one before. */
function counted(whole: string, by: 1 | -1): string {
  const head = whole[0] ?? "a"
  const numbers = [...whole.slice(1)].map(numberOf)
  for (let place = numbers.length - 1; place >= 0; place--) {
    const value = (numbers[place] ?? 0) + by
    numbers[place] = (value + base) % base
    if (value >= 0 && value < base) return head + numbers.map((n) => digits[n]).join("")
  }
  const other = head === "Z" && by === 1 ? "a" : head === "a" && by === -1 ? "Z" : moved(head, by)
  const digit = by === 1 ? "0" : "z"
  return other + digit.repeat(lengthOf(other) - 1)
}

function moved(head: string, by: number): string {
  const next = String.fromCharCode(head.charCodeAt(0) + by)
  if (!/[A-Za-z]/.test(next)) throw new Error("an album has room for fewer photos")
  return next
}

/** A fraction between two, or above one. It never ends in the lowest digit: before such a one would be no room. */
function middle(low: string, high: string | undefined): string {
  if (high !== undefined) {
    let shared = 0
    while ((low[shared] ?? digits[0]) === high[shared]) shared++
    if (shared > 0) return high.slice(0, shared) + middle(low.slice(shared), high.slice(shared))
  }
  const from = numberOf(low[0])
  const to = high === undefined ? base : numberOf(high[0])
  if (to - from > 1) return digits[Math.round((from + to) / 2)] ?? ""
  if (high !== undefined && high.length > 1) return high.slice(0, 1)
  return (digits[from] ?? "") + middle(low.slice(1), undefined)
}
