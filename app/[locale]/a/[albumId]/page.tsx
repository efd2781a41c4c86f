import type { Metadata } from "next"
import { useMessages, useTranslations } from "next-intl"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { lookAt } from "@/app/_server/looking"
import { imagesOf } from "@/app/_server/outside/post-facts"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { AlbumGrid } from "@/components/album/album-grid"
import { AlbumIntro } from "@/components/album/album-intro"
import { AlbumRoom } from "@/components/album/album-room"
import { ClientMessages } from "@/components/client-messages"
import { PostRows } from "@/components/feed/post-rows"
import { ShareAlbum } from "@/components/share/share-album"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Album } from "@/core/album"
import { User } from "@/core/user"
import type { Locale } from "@/core/user/user.schema"
import { getPathname } from "@/i18n/navigation"
import { PageFrame } from "../../page-frame"
import { pageMetadata } from "../../page-metadata"
import { LookedAlbum } from "./looked-album"

type Props = {
  params: Promise<{ locale: Locale; albumId: string }>
  searchParams: Promise<{ cursor?: string; as?: string }>
}

const albumOf = cache(async (albumId: string) => orNotFound(Album.get(await currentActor(), { albumId })))
const postsOf = cache(async (albumId: string, cursor?: string) =>
  orNotFound(Album.items(await currentActor(), { albumId, cursor })),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale, albumId }, { cursor }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("album"),
  ])
  const album = await albumOf(albumId)
  const open = album.audience === "public"
  const { items } = await postsOf(albumId, cursor)
  const shown = items.filter(({ audience }) => audience === "public")
  return pageMetadata({
    locale,
    path: `/a/${albumId}`,
    title: album.title,
    description: album.description || t("description", { name: album.owner.name, site: site.name }),
    image: open ? shown.flatMap((post) => imagesOf(post, album.title))[0] : undefined,
    type: "article",
    unlisted: !open || album.unlisted,
  })
}

/** An album: what it is, the albums in it, and its photos. */
export default async function AlbumPage({ params, searchParams }: Props) {
  const [{ locale, albumId }, { cursor, as }] = await Promise.all([params, searchParams])
  const actor = await currentActor()
  const look = as && (await lookAt((await albumOf(albumId)).owner.id, as))
  if (look) return <LookedAlbum look={look} albumId={albumId} cursor={cursor} />
  const [album, page, children, viewer, t] = await Promise.all([
    albumOf(albumId),
    postsOf(albumId, cursor),
    orNotFound(Album.children(actor, { albumId, limit: 24 })),
    actor.kind === "user" ? User.me(actor, {}) : undefined,
    getTranslations("album"),
  ])
  const isEmpty = page.items.length === 0 && page.nextCursor === null
  const adds = album.role !== undefined && album.role !== "viewer"
  return (
    <PageFrame className="wide">
      <ClientMessages of={["album", "api", "photo"]}>
        <AlbumRoom
          // Opened anew when something of it changed, so that the photos after the first page are too.
          key={album.updatedAt}
          album={album}
          viewer={viewer && { id: viewer.id, handle: viewer.handle }}
          intro={<AlbumIntro album={album} />}
          share={album.role === "owner" || album.role === "manager" ? <Links albumId={albumId} /> : undefined}
        >
          {children.items.length > 0 && (
            <>
              <h2 className="h-sec albumpart">{t("inside")}</h2>
              <AlbumGrid
                page={children}
                label={t("inside")}
                source={{
                  api: `/api/albums/${albumId}/albums`,
                  path: getPathname({ href: `/a/${albumId}`, locale }),
                }}
              />
            </>
          )}
          {!isEmpty && (
            <div className="bleed">
              <PostRows
                page={page}
                source={{ api: `/api/albums/${albumId}/items`, path: `/a/${albumId}` }}
                locale={locale}
                showAuthor={(album.members ?? 0) > 0}
              />
            </div>
          )}
          {isEmpty && children.items.length === 0 && (
            <Blank frame={<Frame />} heading={t("emptyTitle")} text={t(adds ? "emptyOwn" : "emptyText")} />
          )}
        </AlbumRoom>
      </ClientMessages>
    </PageFrame>
  )
}

/** The links to the album, for who manages it. */
function Links({ albumId }: { albumId: string }) {
  const t = useTranslations("share")
  const { share, api } = useMessages()
  return (
    <ShareAlbum
      albumId={albumId}
      act={t("menu")}
      words={{ title: t("dialog.album"), close: t("dialog.close") }}
      messages={{ share, api }}
    />
  )
}
