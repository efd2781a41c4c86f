import type { Camera } from "../image/camera.schema"
import type { Location } from "../image/location.schema"
import { placeOf } from "./place.schema"
import type { LocationChoice, Place } from "./post.schema"

/** What an author chose to show besides the pictures. */
export type Choice = { showCamera: boolean; location: LocationChoice }

type Found = { camera?: Camera; location?: Location }
export type Disclosed = { camera?: Camera; place?: Place }

/** What a photo tells those who see its post: nothing that its author did not choose. */
export function disclosed({ camera, location }: Found, choice: Choice): Disclosed {
  const place = placeOf(location, choice.location)
  return {
    ...(choice.showCamera && camera ? { camera: withoutZone(camera) } : {}),
    ...(place ? { place } : {}),
  }
}

/** What an author chose, as far as the cards of a post tell: of what no photo has, either choice is the same. */
export function choiceOf(cards: readonly Disclosed[]): Choice {
  const place = cards.find((card) => card.place)?.place
  return {
    showCamera: cards.some(({ camera }) => camera !== undefined),
    location: place ? (place.kilometres === 1 ? "town" : "region") : "off",
  }
}

/** The time as the camera's clock showed it. Its zone would tell where on earth that was. */
function withoutZone({ takenAt, ...camera }: Camera): Camera {
  return takenAt ? { ...camera, takenAt: takenAt.replace(/(Z|[+-]\d\d:\d\d)$/, "") } : camera
}
