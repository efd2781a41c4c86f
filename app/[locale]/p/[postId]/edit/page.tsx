import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { ClientMessages } from "@/components/client-messages"
import { EditPost } from "@/components/edit/edit-post"
import { Shell } from "@/components/layout/shell"
import { Photo } from "@/core/photo"
import { Post } from "@/core/post"
import { maxAltText, maxCaption, maxContentWarning, type PostView } from "@/core/post/post.schema"
import { memberAt } from "../../../member"

type Props = { params: Promise<{ locale: string; postId: string }> }

const limits = { caption: maxCaption, altText: maxAltText, contentWarning: maxContentWarning }

export async function generateMetadata() {
  const t = await getTranslations("edit")
  return { title: t("title"), robots: { index: false } }
}

/** Everything about one's own post, to be changed. */
export default async function EditPostPage({ params }: Props) {
  const { postId } = await params
  const { actor, me } = await memberAt(`/p/${postId}/edit`)
  const post = await orNotFound(Post.get(actor, { postId }))
  if (!post.viewer.own) notFound()
  const receipts = await Promise.all(post.photos.map(({ photoId }) => Photo.get(actor, { photoId })))
  return (
    <Shell site={site.name} viewer={me} bar={false} className="page compose max-w-280">
      <ClientMessages of={["edit", "upload", "license", "receipt", "api"]}>
        <EditPost postId={post.id} first={contentOf(post)} receipts={receipts} limits={limits} />
      </ClientMessages>
    </Shell>
  )
}

function contentOf({ photos, caption, visibility, commentsAllowed, license, contentWarning = "" }: PostView) {
  const place = photos.find((photo) => photo.place)?.place
  return {
    photos: photos.map(({ altText, camera, place: _, ...picture }) => ({
      photoId: picture.photoId,
      altText,
      picture,
      state: "ready" as const,
    })),
    caption,
    visibility,
    commentsAllowed,
    license,
    contentWarning,
    showCamera: photos.some(({ camera }) => camera !== undefined),
    location: place ? (place.kilometres === 1 ? ("town" as const) : ("region" as const)) : ("off" as const),
  }
}
