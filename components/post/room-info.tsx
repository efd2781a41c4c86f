import { Download } from "lucide-react"
import { downloadOf } from "@/components/photo/download"
import { languageOf } from "@/components/ui/language-of"
import type { PostPhotoView } from "@/core/post/post.schema"
import { Facts } from "./facts"
import type { Fact } from "./facts-of"

/** A photo in the room: what its author shows of it comes in words. */
export type RoomPhoto = Omit<PostPhotoView, "camera" | "place"> & { facts: Fact[] }

type Props = {
  photo: RoomPhoto
  /** Without a word for downloads there are none. */
  words: Record<"info" | "description" | "undescribed" | "download", string>
}

/** About the photo in view: how it was made, what it shows, and the file. */
export function RoomInfo({ photo, words }: Props) {
  const { facts, altText } = photo
  return (
    <aside className="room__info" aria-label={words.info}>
      {facts.length > 0 && (
        <>
          <Facts facts={facts} />
          <hr className="rule" />
        </>
      )}
      <div className="stack stack--4">
        <h2 className="faint xs">{words.description}</h2>
        {altText ? (
          <p dir="auto" lang={languageOf(altText)}>
            {altText}
          </p>
        ) : (
          <p className="muted">{words.undescribed}</p>
        )}
      </div>
      {words.download && (
        <a className="btn btn--line justify-self-start" href={downloadOf(photo)} download>
          <Download className="i i--sm" aria-hidden="true" />
          {words.download}
        </a>
      )}
    </aside>
  )
}
