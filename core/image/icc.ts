/** srgb: the pixels already are sRGB. p3: Display P3, kept. other: to be converted to sRGB. */
export type ProfileClass = "srgb" | "p3" | "other"

type Triple = readonly [number, number, number]

/** Colorants as profiles store them, adapted to D50. */
const PRIMARIES: readonly (readonly [ProfileClass, Triple, Triple, Triple])[] = [
  ["srgb", [0.436, 0.2225, 0.0139], [0.3851, 0.7169, 0.0971], [0.1431, 0.0606, 0.7141]],
  ["p3", [0.5151, 0.2412, -0.0011], [0.292, 0.6922, 0.0419], [0.1571, 0.0666, 0.7841]],
]
const COLORANT_TOLERANCE = 0.004
const CURVE_TOLERANCE = 0.002
const MAX_TAGS = 100

/**
 * Classes an embedded ICC profile by what it does (its colorants and tone curve), not by its name, which says "sRGB"
 * in profiles that are not. No profile means sRGB, as on the web; an unreadable one is "other". Never throws.
 */
export function profileClass(icc: Uint8Array | undefined): ProfileClass {
  if (icc === undefined) return "srgb"
  try {
    return classOf(new DataView(icc.buffer, icc.byteOffset, icc.byteLength))
  } catch (error) {
    if (error instanceof RangeError) return "other"
    throw error
  }
}

function classOf(view: DataView): ProfileClass {
  const tags = tagOffsets(view)
  const isMatrix = signature(view, 16) === "RGB " && signature(view, 20) === "XYZ " && !tags.has("A2B0")
  if (!isMatrix || !["rTRC", "gTRC", "bTRC"].every((name) => hasSrgbCurve(view, tags.get(name))))
    return "other"
  const colorants = ["rXYZ", "gXYZ", "bXYZ"].map((name) => xyz(view, tags.get(name)))
  const match = PRIMARIES.find(([, ...expected]) =>
    expected.every((triple, i) =>
      triple.every((value, j) => isNear(colorants[i]?.[j], value, COLORANT_TOLERANCE)),
    ),
  )
  return match?.[0] ?? "other"
}

function tagOffsets(view: DataView): Map<string, number> {
  const count = Math.min(view.getUint32(128), MAX_TAGS)
  const entries = Array.from({ length: count }, (_, i) => 132 + 12 * i)
  return new Map(entries.map((at) => [signature(view, at), view.getUint32(at + 4)]))
}

function xyz(view: DataView, at: number | undefined): Triple | undefined {
  if (at === undefined || signature(view, at) !== "XYZ ") return undefined
  return [fixed(view, at + 8), fixed(view, at + 12), fixed(view, at + 16)]
}

/** Compared at two points: a plain gamma of 2.2 meets sRGB in the middle and leaves it in the shadows. */
function hasSrgbCurve(view: DataView, at: number | undefined): boolean {
  if (at === undefined) return false
  return (
    isNear(curve(view, at, 0.1), 0.01002, CURVE_TOLERANCE) &&
    isNear(curve(view, at, 0.5), 0.21404, 2 * CURVE_TOLERANCE)
  )
}

function curve(view: DataView, at: number, x: number): number | undefined {
  if (signature(view, at) === "curv") return sampledCurve(view, at, x)
  if (signature(view, at) === "para") return parametricCurve(view, at, x)
  return undefined
}

function sampledCurve(view: DataView, at: number, x: number): number {
  const count = view.getUint32(at + 8)
  if (count === 0) return x
  if (count === 1) return x ** (view.getUint16(at + 12) / 256)
  const position = x * (count - 1)
  const low = Math.floor(position)
  const sample = (i: number) => view.getUint16(at + 12 + 2 * i) / 65535
  return sample(low) + (sample(low + 1) - sample(low)) * (position - low)
}

/** The two forms in use, ICC.1 table 68: a plain gamma (0) and a power with a linear foot (3). */
function parametricCurve(view: DataView, at: number, x: number): number | undefined {
  const parameter = (i: number) => fixed(view, at + 12 + 4 * i)
  const form = view.getUint16(at + 8)
  if (form === 0) return x ** parameter(0)
  if (form !== 3) return undefined
  return x >= parameter(4) ? (parameter(1) * x + parameter(2)) ** parameter(0) : parameter(3) * x
}

const isNear = (value: number | undefined, expected: number, tolerance: number) =>
  value !== undefined && Math.abs(value - expected) <= tolerance

const fixed = (view: DataView, at: number) => view.getInt32(at) / 65536

const signature = (view: DataView, at: number) => {
  const code = view.getUint32(at)
  return String.fromCharCode(code >>> 24, (code >>> 16) & 255, (code >>> 8) & 255, code & 255)
}
