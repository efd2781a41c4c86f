import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { AlbumGrid } from "@/components/album/album-grid"
import { NewAlbum } from "@/components/album/new-album"
import { ClientMessages } from "@/components/client-messages"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Album } from "@/core/album"
import type { Locale } from "@/core/user/user.schema"
import { getPathname, Link } from "@/i18n/navigation"
import { memberAt } from "../member"
import { PageFrame } from "../page-frame"

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<{ cursor?: string; kind?: string }>
}

export const generateMetadata = async () => ({ title: (await getTranslations("album"))("title") })

const kinds = ["own", "shared"] as const
const hrefOf = (kind: (typeof kinds)[number]) => (kind === "own" ? "/albums" : "/albums?kind=shared")

/** One's own albums, and those of others that one is a member of. */
export default async function AlbumsPage({ params, searchParams }: Props) {
  const { actor } = await memberAt("/albums")
  const [{ locale }, { cursor, kind: asked }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("album"),
  ])
  const kind = asked === "shared" ? "shared" : "own"
  const page = await orNotFound(Album.mine(actor, { kind, cursor }))
  const isEmpty = page.items.length === 0 && page.nextCursor === null
  return (
    <PageFrame className="wide">
      <ClientMessages of={["album", "api"]}>
        <div className="intro intro--acts">
          <div>
            <h1>{t("title")}</h1>
            <p>{t("mineLead")}</p>
          </div>
          <NewAlbum />
        </div>
        <nav className="tabs albumtabs" aria-label={t("tabs.label")}>
          {kinds.map((each) => (
            <Link key={each} href={hrefOf(each)} aria-current={each === kind ? "page" : undefined}>
              {t(`tabs.${each}`)}
            </Link>
          ))}
        </nav>
        {isEmpty ? (
          <Blank
            frame={<Frame />}
            heading={t("noneTitle")}
            text={t(kind === "own" ? "noneOwn" : "noneShared")}
          />
        ) : (
          <AlbumGrid
            key={kind}
            page={page}
            label={t(`tabs.${kind}`)}
            showOwner={kind === "shared"}
            source={{
              api: `/api/albums?kind=${kind}`,
              path: getPathname({ href: hrefOf(kind), locale }),
            }}
          />
        )}
      </ClientMessages>
    </PageFrame>
  )
}
