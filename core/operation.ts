import type { z } from "zod"
import type { Actor } from "./actor"
import type { Kind } from "./emergency/emergency.schema"
import { AppError } from "./error"

export type Operation<S extends z.ZodType = z.ZodType, View = unknown> = {
  (actor: Actor, input: z.input<S>): Promise<View>
  /** What it takes; the edge and the OpenAPI document read it. */
  readonly schema: S
  /** What the modes of the stage go by when it is called to change something. */
  readonly kind: Kind
}

/**
 * Something that a person or the product can do.
 * @param schema what it takes; only a fault of the input becomes `invalid`
 * @param run does it, with the input already parsed
 * @param kind what it means for the modes, `read-only` say; reading calls are of none, whatever this says
 * @returns a function (actor, unknown input) → view
 * @throws AppError `invalid` with zod's issues when the input does not fit
 */
export function operation<S extends z.ZodType, View>(
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<View>,
  kind: Kind = "write",
): Operation<S, View> {
  const call = async (actor: Actor, input: z.input<S>) => {
    const parsed = schema.safeParse(input)
    if (!parsed.success) throw new AppError("invalid", { issues: parsed.error.issues })
    return run(actor, parsed.data)
  }
  return Object.assign(call, { schema, kind })
}
