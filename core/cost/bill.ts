import type { Bill, CostView, Feature, Meter, Tally, Usage, Uses } from "./cost.schema"
import { countOf } from "./people"
import { type Prices, pricesOf } from "./prices"

/** What a use costs, in US dollars. */
export const dollarsOf = (usage: Usage, { of }: Pick<Prices, "of">): number =>
  Object.entries(usage).reduce((sum, [meter, amount]) => sum + amount * of[meter as Meter], 0)

/** What each feature costs, and what for. */
export function billOf(uses: Uses, { of }: Pick<Prices, "of">): Bill {
  const bill: Bill = {}
  for (const [feature, usage] of Object.entries(uses) as [Feature, Usage][]) {
    const meters = Object.fromEntries(
      Object.entries(usage).map(([meter, amount]) => [meter, amount * of[meter as Meter]]),
    )
    bill[feature] = { total: dollarsOf(usage, { of }), meters }
  }
  return bill
}

/**
 * What a period cost, and for each photo and person.
 * @param days how many of its days were metered
 */
export function viewOf(
  { uses, photos, photoBytes, people: sketch }: Tally,
  period: { since: string; until: string; days: number; region: string },
): CostView {
  const { of, region, asOf, source } = pricesOf(period.region)
  const bill = billOf(uses, { of })
  const total = Object.values(bill).reduce((sum, { total }) => sum + total, 0)
  const people = countOf(sketch)
  const made = (bill.upload?.total ?? 0) + (bill.process?.total ?? 0)
  const perPhoto = {
    making: made / photos,
    keeping: (photoBytes / photos) * of.storageByteMonths,
  }
  return {
    ...period,
    region,
    prices: { asOf, source },
    total,
    bill,
    uses,
    photos,
    people,
    ...(photos > 0 ? { perPhoto, per1000Photos: 1000 * (perPhoto.making + perPhoto.keeping) } : {}),
    ...(people > 0 ? { perPerson: total / people } : {}),
  }
}
