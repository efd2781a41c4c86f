import { z } from "zod"
import { idOf } from "../id"
import { line, text } from "../text.schema"

export const Locale = z.enum(["en", "ja"])
export type Locale = z.output<typeof Locale>

export const Role = z.enum(["member", "moderator", "admin"])
export type Role = z.output<typeof Role>

/** 3 to 30 of a–z, 0–9, `_` and `.`; a dot neither begins, ends nor repeats. Upper case is folded. */
export const Handle = z
  .string()
  .transform((value) => value.normalize("NFKC").toLowerCase().replace(/^@/, ""))
  .pipe(
    z
      .string()
      .regex(/^(?!\.)(?!.*\.\.)[a-z0-9_.]{3,30}(?<!\.)$/, { error: "handle" })
      .refine((value) => !reservedHandles.has(value), { error: "handle_reserved" }),
  )

const reservedHandles = new Set(
  "admin administrator root system support help about api app auth explore feed media null undefined notifications privacy terms trending search settings signin signout signup status upload ichimai staff moderator security abuse postmaster".split(
    " ",
  ),
)

export const Email = z
  .string()
  .max(254, { error: "email" })
  .transform((value) => value.normalize("NFKC").trim())
  .pipe(z.email({ error: "email" }))

/** 12 to 128 characters; which words are too common is decided by the operation. */
export const Password = z
  .string()
  .refine((value) => [...value].length >= 12, { error: "password_short" })
  .refine((value) => [...value].length <= 128, { error: "password_long" })

export const SignUp = z.strictObject({
  handle: Handle,
  email: Email,
  password: Password,
  name: line(60).optional(),
})

/** `verification` tells whether the e-mail must be confirmed before signing in. */
export const SignUpView = z.object({ verification: z.enum(["required", "optional"]) })
export type SignUpView = z.output<typeof SignUpView>

export const TokenInput = z.strictObject({ token: z.string().min(20).max(100) })
export const ForgotPassword = z.strictObject({ email: Email })
export const ResetPassword = z.strictObject({ token: z.string().min(20).max(100), password: Password })
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(512), password: Password })

export const UpdateMe = z.strictObject({
  name: line(60, 1).optional(),
  bio: text(300).optional(),
  locale: Locale.optional(),
})

/** The little that stands beside a photo. */
export const AuthorView = z.object({ id: idOf("user"), handle: z.string(), name: z.string() })
export type AuthorView = z.output<typeof AuthorView>

export const UserView = AuthorView.extend({
  bio: z.string(),
  joinedAt: z.iso.datetime(),
  counts: z.object({ posts: z.int(), followers: z.int(), following: z.int() }),
})
export type UserView = z.output<typeof UserView>

export const MeView = UserView.extend({
  email: z.string(),
  emailVerified: z.boolean(),
  locale: Locale,
  role: Role,
})
export type MeView = z.output<typeof MeView>

export const UserInput = z.strictObject({ handle: Handle })
