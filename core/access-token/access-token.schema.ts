import { z } from "zod"
import { idOf } from "../id"
import { line } from "../text.schema"

/** What a token may do: look, change things, upload photos. */
export const Scope = z.enum(["read", "write", "upload"])
export type Scope = z.output<typeof Scope>

/** How many tokens a person has at most, and for how many days one may last. */
export const maxTokens = 20
export const maxDays = 365

export const CreateToken = z.strictObject({
  name: line(60, 1),
  scopes: z
    .array(Scope)
    .min(1, { error: "no_scope" })
    .max(Scope.options.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, { error: "scope_twice" }),
  /** After so many days it ends; without, it lasts until it is revoked. */
  expiresInDays: z.int().min(1).max(maxDays).optional(),
})

export const TokenView = z.object({
  id: idOf("token"),
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: z.iso.datetime(),
  /** The day of its last use; absent before its first. */
  lastUsedOn: z.iso.date().optional(),
  expiresAt: z.iso.datetime().optional(),
})
export type TokenView = z.output<typeof TokenView>

/** A token that was just made: the only time that it is told. */
export const NewTokenView = TokenView.extend({ token: z.string().startsWith("pat_") })
export type NewTokenView = z.output<typeof NewTokenView>

export const TokensView = z.object({ items: z.array(TokenView) })
export const RevokeToken = z.strictObject({ tokenId: idOf("token") })
