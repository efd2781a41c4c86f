import { useFormatter } from "next-intl"

/** Gives the words for a number of bytes, in megabytes as people count them for photos. */
export function useFileSize() {
  const format = useFormatter()
  return (bytes: number) =>
    format
      .number(bytes / 2 ** 20, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 })
      // The number and its unit stay on one line.
      .replace(" ", "\u00a0")
}
