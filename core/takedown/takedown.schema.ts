import { z } from "zod"
import { anyId } from "../id"
import { line, text } from "../text.schema"
import { Email } from "../user/user.schema"

/** Which right somebody says is broken. */
export const Right = z.enum(["copyright", "trademark", "personality", "defamation", "other"])
export type Right = z.output<typeof Right>

/** A legal notice, from anybody. */
export const SendTakedown = z.strictObject({
  /** The address of the page, or the id of what is on it. */
  address: line(500, 4),
  name: line(200, 2),
  email: Email,
  right: Right,
  /** Which work or right it is, and why this breaks it. The author reads it. */
  text: text(3000, 20),
  /** That all of this is true, and that they may speak for whoever holds the right. */
  sworn: z.literal(true, { error: "sworn" }),
})
export const TakedownSent = z.object({ id: anyId() })
