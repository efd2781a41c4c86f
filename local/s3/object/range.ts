import { S3Error } from "../http/error"

/** Both ends count. */
export type Range = { start: number; end: number }

/**
 * Reads a Range header. What is not one range of bytes is ignored, as S3 does: the whole object is meant then.
 * @throws S3Error `InvalidRange` when it lies outside the object.
 */
export function readRange(header: string | undefined, size: number): Range | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? []
  if (first === "" && last === "") return null
  if (first !== "" && last !== "" && Number(first) > Number(last)) return null
  const range =
    first === ""
      ? { start: Math.max(0, size - Number(last)), end: size - 1 }
      : { start: Number(first), end: last === "" ? size - 1 : Math.min(Number(last), size - 1) }
  if (range.start > range.end) {
    const details = { RangeRequested: header ?? "", ActualObjectSize: size }
    throw new S3Error("InvalidRange", "The requested range is not satisfiable", details, {
      "content-range": `bytes */${size}`,
    })
  }
  return range
}
