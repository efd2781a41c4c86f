import { getTranslations } from "next-intl/server"
import { ifSeen, linksOfAlbum } from "@/app/_server/looking"
import { AlbumIntro } from "@/components/album/album-intro"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { LookedAlbums } from "@/components/viewing/looked-albums"
import { LookedRows } from "@/components/viewing/looked-rows"
import { Album } from "@/core/album"
import type { Viewing } from "@/core/viewing"
import { LookedFrame } from "../../looked-frame"

type Props = { look: Viewing.Look; albumId: string; cursor?: string | undefined }

/** One's own album as somebody else sees it. */
export async function LookedAlbum({ look, albumId, cursor }: Props) {
  const { actor, asked } = look
  const path = `/a/${albumId}`
  const [album, page, children, links, t] = await Promise.all([
    ifSeen(Album.get(actor, { albumId })),
    ifSeen(Album.items(actor, { albumId, cursor })),
    ifSeen(Album.children(actor, { albumId, limit: 24 })),
    linksOfAlbum(albumId),
    getTranslations("album"),
  ])
  if (!album || !page || !children) return <LookedFrame look={look} path={path} links={links} />
  const isEmpty = page.items.length === 0 && page.nextCursor === null
  return (
    <LookedFrame look={look} path={path} links={links} className="wide">
      <header className="intro">
        <div>
          <AlbumIntro album={album} query={{ as: asked }} />
        </div>
      </header>
      {children.items.length > 0 && (
        <>
          <h2 className="h-sec albumpart">{t("inside")}</h2>
          <LookedAlbums
            page={{ ...children, nextCursor: null }}
            label={t("inside")}
            path={path}
            asked={asked}
          />
        </>
      )}
      {!isEmpty && <LookedRows page={page} path={path} asked={asked} />}
      {isEmpty && children.items.length === 0 && (
        <Blank frame={<Frame />} heading={t("emptyTitle")} text={t("emptyText")} />
      )}
    </LookedFrame>
  )
}
