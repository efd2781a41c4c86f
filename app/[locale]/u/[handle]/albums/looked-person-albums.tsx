import { getTranslations } from "next-intl/server"
import { ifSeen } from "@/app/_server/looking"
import { site } from "@/app/_server/site"
import { PersonActs } from "@/components/people/person-acts"
import { ProfileHead } from "@/components/profile/profile-head"
import { ProfileTabs } from "@/components/profile/profile-tabs"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { LookedAlbums } from "@/components/viewing/looked-albums"
import { Album } from "@/core/album"
import { Profile } from "@/core/profile"
import type { Viewing } from "@/core/viewing"
import { LookedFrame } from "../../../looked-frame"

type Props = { look: Viewing.Look; handle: string; cursor?: string | undefined }

/** One's own albums as somebody else gets them. */
export async function LookedPersonAlbums({ look, handle, cursor }: Props) {
  const { actor, asked } = look
  const path = `/u/${handle}/albums`
  const [user, page, t] = await Promise.all([
    ifSeen(Profile.get(actor, { handle })),
    ifSeen(Album.byUser(actor, { handle, cursor })),
    getTranslations("album"),
  ])
  if (!user || !page) return <LookedFrame look={look} path={path} />
  const { name } = user
  return (
    <LookedFrame look={look} path={path} className="wide">
      <ProfileHead
        user={user}
        actions={<PersonActs person={user} member={actor.kind === "user"} siteUrl={site.url} />}
      />
      <ProfileTabs handle={handle} current="albums" query={{ as: asked }} />
      {page.items.length === 0 && page.nextCursor === null ? (
        <Blank frame={<Frame />} heading={t("noneTitle")} text={t("noneText", { name })} />
      ) : (
        <LookedAlbums page={page} label={t("of", { name })} path={path} asked={asked} />
      )}
    </LookedFrame>
  )
}
