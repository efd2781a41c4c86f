import type { Location } from "../image/location.schema"
import type { LocationChoice, Place } from "./post.schema"

/** Degrees of latitude between two lines of the grid: 0.1° is 11 km, 0.01° is 1.1 km, everywhere. */
const grids = {
  region: { kilometres: 10, digits: 1 },
  town: { kilometres: 1, digits: 2 },
} as const

/**
 * A location rounded to the centre of its cell in a fixed grid. The cell is all that the result depends on: one
 * location tells the same however often it is posted, and both choices together no more than the town alone. (Photos
 * taken some steps apart may fall into neighbouring cells.) Needs no zod, so that authors see in the browser beforehand
 * what readers will read.
 * @returns undefined when there is no location or the author keeps it
 */
export function placeOf(location: Location | undefined, choice: LocationChoice): Place | undefined {
  if (location === undefined || choice === "off") return undefined
  // The region of the town, not of the location: lines of two grids would cut a cell into thin slices.
  if (choice === "region") return cellOf(cellOf(location, "town"), "region")
  return cellOf(location, choice)
}

function cellOf(location: Location, choice: Exclude<LocationChoice, "off">): Place {
  const { kilometres, digits } = grids[choice]
  const perDegree = 10 ** digits
  const latitude = Math.round(location.latitude * perDegree) / perDegree
  const cells = cellsAround(latitude, perDegree)
  const cell = (Math.round((location.longitude / 360) * cells) + cells) % cells
  const east = (cell / cells) * 360
  return {
    latitude: rounded(latitude, digits),
    longitude: rounded(east > 180 ? east - 360 : east, digits),
    kilometres,
  }
}

/**
 * How many equal cells go around the earth at a latitude, so that none is narrower than it is high: counted at the
 * band's edge nearer to the pole, where meridians are closest. At a pole it is one.
 */
function cellsAround(latitude: number, perDegree: number): number {
  const edge = Math.min(90, Math.abs(latitude) + 0.5 / perDegree)
  return Math.max(1, Math.floor(360 * perDegree * Math.cos((edge * Math.PI) / 180)))
}

/** Without -0, and with one name for the date line, which is both -180 and 180. */
function rounded(degrees: number, digits: number): number {
  const value = Number(degrees.toFixed(digits))
  return value === -180 ? 180 : value + 0
}
