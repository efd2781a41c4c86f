import type { ItemView } from "./explain.schema"

const id = /^[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}$/
const time = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/
/** Texts that we chose and no person wrote. */
const ours = new Set(
  "state reason visibility audience role kind contentType sha256 sequencer requestId handle license locale leaseBy failure cdnId day color thumbhash".split(
    " ",
  ),
)

/** A row as it may be told: ids, times, numbers and our own words; of everything else how much there is. */
export function item(entity: string, row: object | null | undefined): ItemView[] {
  if (!row) return []
  const values = Object.entries(row).flatMap(([name, value]) => {
    const told = tellable(name, value)
    return told === undefined ? [] : [[name, told] as const]
  })
  return [{ entity, values: Object.fromEntries(values) }]
}

function tellable(name: string, value: unknown): string | number | boolean | undefined {
  if (typeof value === "number" || typeof value === "boolean") return value
  if (typeof value === "string")
    return ours.has(name) || id.test(value) || time.test(value) ? value : `${[...value].length} characters`
  if (Array.isArray(value)) return `${value.length} of them`
  if (value && typeof value === "object") return `${Object.keys(value).length} values`
  return undefined
}
