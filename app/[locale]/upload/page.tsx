import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { ClientMessages } from "@/components/client-messages"
import { ModeText } from "@/components/layout/mode-text"
import { Shell } from "@/components/layout/shell"
import { Compose } from "@/components/upload/compose"
import { Emergency } from "@/core/emergency"
import { refusedIn } from "@/core/emergency/emergency.schema"
import { partBytes } from "@/core/photo/upload.schema"
import { maxAltText, maxCaption, maxContentWarning, maxPhotos } from "@/core/post/post.schema"
import { memberAt } from "../member"

type Props = { searchParams: Promise<{ welcome?: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations("upload"))("title") })

/** A new post. Whoever just joined is told about the mail that waits. */
export default async function UploadPage({ searchParams }: Props) {
  const { actor, me } = await memberAt("/upload")
  const [t, mode] = await Promise.all([getTranslations("upload"), Emergency.shownMode()])
  const { welcome } = await searchParams
  const limits = {
    photos: maxPhotos,
    photoBytes: site.photoBytes,
    caption: maxCaption,
    altText: maxAltText,
    contentWarning: maxContentWarning,
  }
  return (
    <Shell site={site.name} viewer={me} current="post" bar={false} className="page compose max-w-280">
      {welcome !== undefined && !me.emailVerified && (
        <p className="notice notice--accent col-span-full md:-mb-6">{t("welcome", { email: me.email })}</p>
      )}
      {refusedIn[mode.mode].includes("upload") && (
        <div className="col-span-full md:-mb-6">
          <ModeText about="upload" />
        </div>
      )}
      <ClientMessages of={["upload", "license", "receipt", "api"]}>
        <Compose maker={{ userId: actor.userId, partSize: partBytes }} limits={limits} />
      </ClientMessages>
    </Shell>
  )
}
