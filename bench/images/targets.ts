import type { Refusal } from "./bombs"
import type { Figures } from "./figures"

/** `worst` is of the photo that does worst; undefined when it could not be measured. */
export type Target = { what: string; limit: number; worst: number | undefined; unit: string }

/** The photos that the limit of memory is for, in megapixels. */
const MEMORY_UP_TO = 28

export function targetsOf(figures: Figures[], refusals: Refusal[]): Target[] {
  const worst = (value: (figures: Figures) => number) => Math.max(...figures.map(value))
  const memories = figures
    .filter(({ photo }) => photo.megapixels < MEMORY_UP_TO)
    .flatMap(({ memory }) => memory ?? [])
  return [
    { what: "CPU, eager / naive", limit: 0.15, worst: worst(({ eager }) => eager), unit: "" },
    { what: "CPU, fast / naive", limit: 0.07, worst: worst(({ fast }) => fast), unit: "" },
    {
      what: "Bytes, ours / the naive set at equal quality",
      limit: 0.85,
      worst: worst(({ bytes }) => bytes.equal),
      unit: "",
    },
    {
      what: "Peak memory up to 27 megapixels",
      limit: 300,
      worst: memories.length === 0 ? undefined : Math.max(...memories) / 2 ** 20,
      unit: " MB",
    },
    {
      what: "Time to refuse a pixel bomb",
      limit: 50,
      worst: Math.max(...refusals.map(timeOf)),
      unit: " ms",
    },
  ]
}

/** A bomb that was not refused by its size took for ever. */
const timeOf = ({ reason, milliseconds }: Refusal) =>
  reason === "too_many_pixels" ? milliseconds : Number.POSITIVE_INFINITY

/** What was not measured is not met. */
export const isMet = ({ limit, worst }: Target) => worst !== undefined && worst <= limit
