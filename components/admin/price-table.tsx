import { getTranslations } from "next-intl/server"
import type { Meter } from "@/core/cost/cost.schema"

type Props = { region: string; prices: Record<Meter, number> }

/** The prices that were reckoned with, by a handy amount of each. */
export async function PriceTable({ region, prices }: Props) {
  const t = await getTranslations("admin.cost")
  return (
    <details className="panel panel__pad">
      <summary className="med">{t("priceTable", { region })}</summary>
      <table className="table">
        <tbody>
          {(Object.entries(prices) as [Meter, number][]).map(([meter, price]) => (
            <tr key={meter}>
              <th scope="row">{t(`meters.${meter}`)}</th>
              <td className="r">{t(`per.${unitOf[meter]}`, { price: amountOf(meter, price) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

type Unit = "million" | "thousand" | "gigabyte" | "gigabyteMonth"
const unitOf: Record<Meter, Unit> = {
  calls: "million",
  apiCalls: "million",
  gbSeconds: "million",
  readUnits: "million",
  writeUnits: "million",
  storageReads: "million",
  storageWrites: "million",
  mails: "thousand",
  logBytes: "gigabyte",
  cdnRequests: "million",
  cdnBytes: "gigabyte",
  storageByteMonths: "gigabyteMonth",
  tableByteMonths: "gigabyteMonth",
}
const sizes: Record<Unit, number> = {
  million: 1e6,
  thousand: 1e3,
  gigabyte: 1024 ** 3,
  gigabyteMonth: 1024 ** 3,
}

const amountOf = (meter: Meter, price: number) => `$${Number((price * sizes[unitOf[meter]]).toPrecision(4))}`
