import { type Actor, userIdOf } from "../actor"

type Owned = { userId: string }

/** Whether the actor may see and change a photo as its owner. */
export const ownsPhoto = (actor: Actor, photo: Owned) => userIdOf(actor) === photo.userId

/** Whether the actor may see a variant: its owner always, others through a post that they may see. */
export const seesVariant = (actor: Actor, photo: Owned, seesPost: boolean) =>
  ownsPhoto(actor, photo) || seesPost

/** Whether the actor may download the original as it was uploaded, metadata and all. */
export const seesOriginal = ownsPhoto
