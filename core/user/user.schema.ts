import { z } from "zod"
import { idOf } from "../id"
import { VariantView } from "../photo/photo.schema"
import { line, text } from "../text.schema"
import { Handle, NewHandle } from "./handle.schema"
import { Link, LinkView } from "./link.schema"

export { Handle } from "./handle.schema"

export const Locale = z.enum(["en", "ja"])
export type Locale = z.output<typeof Locale>

export const Role = z.enum(["member", "moderator", "admin"])
export type Role = z.output<typeof Role>

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
  handle: NewHandle,
  email: Email,
  password: Password,
  name: line(60).optional(),
  /** Says that one is as old as the site asks for; nobody is asked for their birthday. */
  ageConfirmed: z.literal(true, { error: "age_unconfirmed" }),
})

/** `verification` tells whether the e-mail must be confirmed before signing in. */
export const SignUpView = z.object({ verification: z.enum(["required", "optional"]) })
export type SignUpView = z.output<typeof SignUpView>

export const TokenInput = z.strictObject({ token: z.string().min(20).max(100) })
export const ForgotPassword = z.strictObject({ email: Email })
export const ResetPassword = z.strictObject({ token: z.string().min(20).max(100), password: Password })
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(512), password: Password })

export const maxLinks = 5

export const UpdateMe = z.strictObject({
  handle: NewHandle.optional(),
  name: line(60, 1).optional(),
  bio: text(300).optional(),
  links: z.array(Link).max(maxLinks, { error: "too_many_links" }).optional(),
  /** Whether only accepted followers see the posts. */
  private: z.boolean().optional(),
  /** Whether search engines are asked to leave the profile and its posts out. */
  unlisted: z.boolean().optional(),
  locale: Locale.optional(),
})

const fraction = z.number().min(0).max(1)

/** The photo to stand beside one's name, and the point of it that stays in sight however it is cropped. */
export const SetAvatar = z.strictObject({
  photoId: idOf("photo"),
  /** From the left edge, 0, to the right, 1. */
  x: fraction.default(0.5),
  /** From the upper edge, 0, to the lower, 1. */
  y: fraction.default(0.5),
})

/** The photo beside a name, in small variants; it is cropped around the point at `x` and `y`, fractions of its sides. */
export const AvatarView = z.object({
  photoId: idOf("photo"),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  x: fraction,
  y: fraction,
  variants: z.array(VariantView).min(1),
})
export type AvatarView = z.output<typeof AvatarView>

/** The little that stands beside a photo. */
export const AuthorView = z.object({
  id: idOf("user"),
  handle: z.string(),
  name: z.string(),
  avatar: AvatarView.optional(),
})
export type AuthorView = z.output<typeof AuthorView>

export const UserView = AuthorView.extend({
  bio: z.string(),
  links: z.array(LinkView),
  joinedAt: z.iso.datetime(),
  counts: z.object({ posts: z.int(), followers: z.int(), following: z.int() }),
  /** Whether only accepted followers see the posts. */
  private: z.boolean(),
  /** Whether search engines are asked to leave the profile and its posts out. */
  unlisted: z.boolean(),
})
export type UserView = z.output<typeof UserView>

export const MeView = UserView.extend({
  email: z.string(),
  emailVerified: z.boolean(),
  locale: Locale,
  role: Role,
  /** When the account is erased, where that was asked for; nobody sees it meanwhile. */
  leavingAt: z.iso.datetime().optional(),
})
export type MeView = z.output<typeof MeView>

export const UserInput = z.strictObject({ handle: Handle })
