import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import type { Actor } from "@/core/actor"
import { AppError } from "@/core/error"
import { partBytes } from "@/core/photo/upload.schema"
import { Share } from "@/core/share"
import { Viewing } from "@/core/viewing"

/** Where in a link's address, and how it is said, that who gives it looks through it as its guests do. */
export type Asked = { as?: string | string[] | undefined; cursor?: string | string[] | undefined }
export const asGuest = "guest"

/** Who gives the link and looks through it as a guest, where they asked for that; whoever else asks does not. */
export const lookOf = cache(async (token: string, as: Asked["as"]) =>
  as === asGuest ? Viewing.lookThrough(await currentActor(), token) : undefined,
)

/** Through whom everything behind a link is read: whoever asks, or the guest as whom they look. */
export const guestOf = async (token: string, as: Asked["as"]): Promise<Actor> =>
  (await lookOf(token, as))?.actor ?? currentActor()

/** What the addresses behind a link say besides, so that who looks as a guest goes on so; to others nothing. */
export const queryOf = async (token: string, as: Asked["as"]): Promise<Record<string, string> | undefined> =>
  (await lookOf(token, as)) && { as: asGuest }

/** How a link stands; not found for what is none, `ended` for one that is over. */
export const doorOf = cache(async (token: string, as: Asked["as"]) =>
  orNotFound(Share.door(await guestOf(token, as), { token }).catch(ended)),
)

function ended(error: unknown) {
  if (error instanceof AppError && error.code === "gone") return { standing: "ended" as const }
  throw error
}

/** What an open link shows; read once for the page and its head. */
export const linkOf = cache(async (token: string, as: Asked["as"]) =>
  orNotFound(Share.get(await guestOf(token, as), { token })),
)

/** Nothing of what a link opens is in the head: whoever it is pasted to sees a link, and no picture. */
export async function linkMetadata(): Promise<Metadata> {
  const t = await getTranslations("share")
  return {
    title: t("pageTitle"),
    description: t("pageDescription"),
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  }
}

/** A page of an album's posts. */
export const itemsOf = async (token: string, { as, cursor, ...album }: Asked & { albumId?: string }) =>
  orNotFound(
    Share.items(await guestOf(token, as), {
      token,
      ...album,
      limit: 50,
      ...(typeof cursor === "string" ? { cursor } : {}),
    }),
  )

/** What a guest's browser has to know to send photos. */
export const guestLimits = () => ({
  photos: 50,
  photoBytes: site.photoBytes,
  partSize: partBytes,
})
