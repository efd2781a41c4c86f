import { Cost } from "../cost"
import type { ExplanationView, FoundLine, ObjectView } from "./explain.schema"
import { parsed } from "./request"

/** What functions are called where it is not what their logs are. */
const functions: Record<string, string> = { stream: "table-changed" }

/**
 * What one thing cost, in US dollars, as far as lines tell: what follows in one call with others' is not told apart.
 * @param lines its lines, and those of its requests
 */
export function costOf(
  lines: readonly FoundLine[],
  objects: readonly ObjectView[],
  region = process.env.AWS_REGION ?? "",
): NonNullable<ExplanationView["cost"]> {
  const prices = Cost.pricesOf(region)
  const dollars = (some: readonly FoundLine[]) => {
    const tallies = (Object.keys(Cost.memory) as Cost.Metered[]).map((name) =>
      Cost.tallyOf(
        name,
        some.filter(({ log }) => (functions[log] ?? log) === name).map(({ message }) => message),
      ),
    )
    const bill = Cost.billOf(Cost.sumOf(tallies).uses, prices)
    return Object.values(bill).reduce((sum, { total }) => sum + total, 0)
  }
  const isShowing = (line: FoundLine) => ["GET", "HEAD"].includes(String(parsed(line).method))
  const bytes = objects.reduce((sum, object) => sum + (object.bytes ?? 0), 0)
  return {
    making: dollars(lines.filter((line) => !isShowing(line))),
    showing: dollars(lines.filter(isShowing)),
    keepingAMonth: bytes * prices.of.storageByteMonths,
    region: prices.region,
    asOf: prices.asOf,
  }
}
