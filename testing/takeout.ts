import { type Packed, zipped } from "./zip"

type Shot = {
  /** Below `Takeout/Google Photos/`. */
  path: string
  bytes: Buffer
  /** Seconds since 1970; without, Google gives no words about it. */
  takenAt?: number
  description?: string
  more?: Record<string, unknown>
  /** How its words are called, when not as usual. */
  sidecar?: string
}

const root = "Takeout/Google Photos/"

/** The shape of what Google says of a photo. */
const words = ({ path, takenAt, description = "", more }: Shot) =>
  JSON.stringify({
    title: path.slice(path.lastIndexOf("/") + 1),
    description,
    imageViews: "3",
    creationTime: { timestamp: "1600000000", formatted: "Sep 13, 2020" },
    photoTakenTime: { timestamp: String(takenAt), formatted: "…" },
    geoData: { latitude: 0, longitude: 0, altitude: 0, latitudeSpan: 0, longitudeSpan: 0 },
    people: [{ name: "Somebody Else" }],
    url: "https://photos.google.com/photo/x",
    ...more,
  })

/** An archive as Google gives it. */
export const takeoutArchive = (shots: Shot[], others: Packed[] = []): Buffer =>
  zipped([
    { name: "Takeout/archive_browser.html", bytes: "<html>" },
    ...shots.flatMap((shot): Packed[] => [
      { name: root + shot.path, bytes: shot.bytes },
      ...(shot.takenAt === undefined
        ? []
        : [
            {
              name: shot.sidecar
                ? root + shot.path.slice(0, shot.path.lastIndexOf("/") + 1) + shot.sidecar
                : `${root}${shot.path}.supplemental-metadata.json`,
              bytes: words(shot),
              deflate: true,
            },
          ]),
    ]),
    ...others,
  ])

export const album = (folder: string, title: string): Packed => ({
  name: `${root}${folder}/metadata.json`,
  bytes: JSON.stringify({ title, description: "", access: "protected", date: { timestamp: "1600000000" } }),
})
