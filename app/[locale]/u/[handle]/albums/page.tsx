import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { lookAt } from "@/app/_server/looking"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { AlbumGrid } from "@/components/album/album-grid"
import { NewAlbum } from "@/components/album/new-album"
import { ClientMessages } from "@/components/client-messages"
import { PersonActs } from "@/components/people/person-acts"
import { OwnActs } from "@/components/profile/own-acts"
import { ProfileHead } from "@/components/profile/profile-head"
import { ProfileTabs } from "@/components/profile/profile-tabs"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Album } from "@/core/album"
import type { Locale } from "@/core/user/user.schema"
import { getPathname } from "@/i18n/navigation"
import { PageFrame } from "../../../page-frame"
import { pageMetadata } from "../../../page-metadata"
import { profileAt } from "../profile"
import { LookedPersonAlbums } from "./looked-person-albums"

type Props = {
  params: Promise<{ locale: Locale; handle: string }>
  searchParams: Promise<{ cursor?: string; as?: string }>
}

const below = "/albums"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [at, { cursor }, t] = await Promise.all([params, searchParams, getTranslations("album")])
  const { name, handle, unlisted } = await profileAt(at, below, cursor)
  return pageMetadata({
    locale: at.locale,
    path: `/u/${handle}${below}`,
    title: t("of", { name }),
    description: t("ofDescription", { name, handle, site: site.name }),
    type: "profile",
    unlisted,
  })
}

/** The albums of a person, as far as one may see them. */
export default async function PersonAlbumsPage({ params, searchParams }: Props) {
  const [at, { cursor, as }, t] = await Promise.all([params, searchParams, getTranslations("album")])
  const user = await profileAt(at, below, cursor)
  const { handle, name, viewer } = user
  const actor = await currentActor()
  const look = as && (await lookAt(user.id, as))
  if (look) return <LookedPersonAlbums look={look} handle={handle} cursor={cursor} />
  const page = await orNotFound(Album.byUser(actor, { handle, cursor }))
  const acts = viewer.own ? (
    <OwnActs handle={handle} />
  ) : (
    <PersonActs person={user} member={actor.kind === "user"} siteUrl={site.url} />
  )
  return (
    <PageFrame current={viewer.own ? "you" : undefined} className="wide">
      <ProfileHead user={user} actions={acts} />
      <ProfileTabs handle={handle} current="albums" />
      <ClientMessages of={["album", "api"]}>
        {page.items.length === 0 && page.nextCursor === null ? (
          <Blank
            frame={<Frame />}
            heading={t("noneTitle")}
            text={viewer.own ? t("noneOwn") : t("noneText", { name })}
          >
            {viewer.own && <NewAlbum />}
          </Blank>
        ) : (
          <AlbumGrid
            page={page}
            label={t("of", { name })}
            source={{
              api: `/api/users/${handle}/albums`,
              path: getPathname({ href: `/u/${handle}${below}`, locale: at.locale }),
            }}
          />
        )}
      </ClientMessages>
    </PageFrame>
  )
}
