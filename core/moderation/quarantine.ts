import { Photo } from "../photo"
import type { Subject } from "./subject"

/** The photos that a quarantine of it is about: those of a post. */
export const photosOf = (subject: Subject) =>
  subject.kind === "post"
    ? Photo.rows(subject.post.photos.map(({ photoId }) => photoId))
    : Promise.resolve([])

/** Those that are shown. */
export const openPhotosOf = async (subject: Subject) =>
  (await photosOf(subject)).filter(({ state }) => state === "ready")

/** Those that a quarantine shut away: what is blocked for another reason stays so. */
export const shutPhotosOf = async (subject: Subject) =>
  (await photosOf(subject)).filter(({ state, reason }) => state === "quarantined" && reason === "removed")
