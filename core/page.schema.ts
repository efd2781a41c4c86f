import { z } from "zod"

/** What every list takes. In URLs numbers arrive as text, hence the coercion. */
export const PageInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(24),
  cursor: z.string().max(400).optional(),
})

/** What every list gives: `nextCursor` is null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export type Page<T> = { items: T[]; nextCursor: string | null }
