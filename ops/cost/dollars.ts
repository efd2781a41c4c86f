/** Dollars as a person reads them: to the cent, or to two digits where they are less, down to a millionth. */
export function dollars(value: number | undefined): string | undefined {
  if (value === undefined) return undefined
  if (value === 0) return "$0"
  if (value < 0.000001) return "<$0.000001"
  if (value >= 0.995)
    return `$${value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
  const digits = Math.min(12, 1 - Math.floor(Math.log10(value)))
  return `$${value.toFixed(Math.max(2, digits))}`
}
