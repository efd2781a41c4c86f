import type { useFormatter, useTranslations } from "next-intl"
import { cameraName } from "@/components/photo/camera-name"
import { coordinates } from "@/components/receipt/coordinates"
import type { Camera } from "@/core/image/camera.schema"
import type { Place, PostPhotoView } from "@/core/post/post.schema"

/** A line about a photo, in words, so that it can be shown where no translator is loaded. */
export type Fact = {
  kind: "camera" | "exposure" | "taken" | "place"
  /** What it is about, for those who do not see the sign before it. */
  label: string
  text: string
  detail?: string
  link?: { text: string; href: string }
  /** A page of the site that the text leads to. */
  to?: string
}

type Translate = ReturnType<typeof useTranslations>
type Words = { photo: Translate; receipt: Translate; format: ReturnType<typeof useFormatter> }

/** What the author shows of a photo: camera and lens, exposure, when, and where about. */
export function factsOf(
  { camera = {}, place }: Pick<PostPhotoView, "camera" | "place">,
  words: Words,
): Fact[] {
  const { photo, format } = words
  const name = cameraName(camera)
  const exposure = exposureOf(camera, words)
  const gear = name
    ? { text: name, detail: camera.lens, to: cameraPath(name) }
    : camera.lens && { text: camera.lens }
  return [
    ...(gear ? [{ kind: "camera" as const, label: photo("camera"), ...gear }] : []),
    ...(exposure ? [{ kind: "exposure" as const, label: photo("exposure"), text: exposure }] : []),
    ...(camera.takenAt
      ? [
          {
            kind: "taken" as const,
            label: photo("time"),
            // The camera's own clock: it is shown as it stood, wherever the reader is.
            text: photo("taken", {
              date: format.dateTime(new Date(`${camera.takenAt.slice(0, 19)}Z`), {
                dateStyle: "long",
                timeStyle: "short",
                timeZone: "UTC",
              }),
            }),
          },
        ]
      : []),
    ...(place ? [placeFact(place, words)] : []),
  ]
}

/** Photos that were taken with it. */
const cameraPath = (name: string) => `/search?${new URLSearchParams({ camera: name })}`

function exposureOf({ focalLength, exposureTime, aperture, iso }: Camera, { photo, format }: Words): string {
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  return [
    focalLength && photo("focalLength", { value: number(focalLength) }),
    exposureTime && photo("seconds", { value: shutter(exposureTime, number) }),
    aperture && photo("aperture", { value: number(aperture) }),
    iso && photo("iso", { value: String(iso) }),
  ]
    .filter(Boolean)
    .join(" · ")
}

/** As dials have it: 1/125, 0.5, 30. */
const shutter = (seconds: number, number: (value: number) => string) =>
  seconds < 0.4 ? `1/${Math.round(1 / seconds)}` : number(seconds)

function placeFact(place: Place, { photo, receipt }: Words): Fact {
  const { latitude, longitude, kilometres } = place
  // Without a marker: it would point at a spot that nobody meant.
  const href = `https://www.openstreetmap.org/#map=${kilometres === 10 ? 10 : 13}/${latitude}/${longitude}`
  return {
    kind: "place",
    label: photo("place"),
    text: photo("near", { place: coordinates(place, receipt) }),
    detail: photo("rounded", { kilometres }),
    link: { text: photo("map"), href },
  }
}
