"use client"

import { useTranslations } from "next-intl"
import { type DragEvent, useState } from "react"
import { Picture } from "@/components/photo/picture"
import { layoutRatio } from "@/components/photo/ratio"
import { tileShown } from "@/components/photo/sizes"
import type { PostView } from "@/core/post/post.schema"
import type { Choice } from "./use-choice"

type Props = {
  posts: readonly PostView[]
  choice: Choice
  label: string
  /** Where they can be dragged: what is dropped before which other. */
  onDrop?: (postId: string, beforeId: string) => void
}

/** Posts to choose from, each a checkbox over its photo. */
export function ChoiceTiles({ posts, choice, label, onDrop }: Props) {
  const photoWords = useTranslations("photo")
  const [over, setOver] = useState<string>()
  const chosen = new Set(choice.chosen)
  const drag = (post: PostView) =>
    onDrop && {
      draggable: true,
      onDragStart: (event: DragEvent) => event.dataTransfer.setData("text/plain", post.id),
      onDragOver: (event: DragEvent) => {
        event.preventDefault()
        setOver(post.id)
      },
      onDragLeave: () => setOver(undefined),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        setOver(undefined)
        const dragged = event.dataTransfer.getData("text/plain")
        if (dragged !== post.id) onDrop(dragged, post.id)
      },
    }
  return (
    <fieldset className="rows">
      <legend className="vh">{label}</legend>
      {posts.map((post) => {
        const [photo] = post.photos
        if (!photo) return null
        const ratio = layoutRatio(photo)
        const name = photo.altText || photoWords("undescribed", { name: post.author.name })
        return (
          <label
            key={post.id}
            className={`tile tile--choice${over === post.id ? " tile--over" : ""}`}
            style={{ "--r": ratio, "--c": photo.color } as React.CSSProperties}
            {...drag(post)}
          >
            <input
              type="checkbox"
              aria-label={name}
              checked={chosen.has(post.id)}
              onChange={({ target, nativeEvent }) =>
                choice.toggle(
                  post.id,
                  target.checked,
                  "shiftKey" in nativeEvent && nativeEvent.shiftKey === true,
                )
              }
            />
            <Picture picture={photo} alt="" shown={tileShown(ratio)} />
          </label>
        )
      })}
    </fieldset>
  )
}
