import { z } from "zod"

/** What a file told about its owner beyond the picture. All of it is left behind: no variant carries any. */
export const Receipt = z.object({
  /** Coordinates, or the name of a place. */
  location: z.boolean(),
  time: z.boolean(),
  /** The camera's or the lens's serial number. */
  deviceSerial: z.boolean(),
  software: z.boolean(),
  /** Of the author, the owner, or people in the picture. */
  names: z.boolean(),
  /** A title, caption, comment or keywords. */
  description: z.boolean(),
  /** A small copy of the picture, which may show what was cropped away since. */
  thumbnail: z.boolean(),
  /** The maker's own unpublished data, often with serial numbers and counters in it. */
  makerNote: z.boolean(),
  /** A short film with sound, as phones add it. */
  video: z.boolean(),
  /** Size of all metadata together, without the colour profile. */
  bytes: z.int().nonnegative(),
})
export type Receipt = z.infer<typeof Receipt>
