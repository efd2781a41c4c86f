import { z } from "zod"

/** 3 to 30 of a–z, 0–9, `_` and `.`; a dot neither begins, ends nor repeats. Upper case is folded. */
export const Handle = z
  .string()
  .transform((value) => value.normalize("NFKC").toLowerCase().replace(/^@/, ""))
  .pipe(
    z
      .string()
      .regex(/^(?!\.)(?!.*\.\.)[a-z0-9_.]{3,30}(?<!\.)$/, { error: "handle" })
      .refine((value) => !reserved.has(value), { error: "handle_reserved" }),
  )

/** A handle that somebody wants: none that could be taken for one that is kept back, `adm1n` or `sup.port` say. */
export const NewHandle = Handle.refine((value) => !reservedSkeletons.has(skeleton(value)), {
  error: "handle_reserved",
})

const reserved: ReadonlySet<string> = new Set(
  "admin administrator root system support help about api app auth explore feed media null undefined notifications privacy terms trending search settings signin signout signup status upload ichimai staff moderator security abuse postmaster".split(
    " ",
  ),
)

/** What is left of a handle for an eye that passes over it: 0 as o, 1 and i as l, no `_` and no `.`. */
const skeleton = (handle: string) => handle.replace(/[_.]/g, "").replace(/[1i]/g, "l").replaceAll("0", "o")

const reservedSkeletons: ReadonlySet<string> = new Set([...reserved].map(skeleton))
