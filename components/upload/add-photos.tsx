"use client"

import type { Ref } from "react"
import { DropZone } from "./drop-zone"
import { addFiles } from "./engine/actions"
import type { Limits } from "./engine/admit"
import { tell } from "./engine/desk"
import type { Making } from "./engine/making"
import { RefusalNotice } from "./refusal-notice"
import { useDrops } from "./use-drops"
import { useShared } from "./use-shared"

type Props = { post: Making; limits: Limits; buttonRef: Ref<HTMLButtonElement> }

/** Where photos come in, and what is said about files that cannot be photos. */
export function AddPhotos({ post, limits, buttonRef }: Props) {
  const add = (files: readonly File[]) => addFiles(files, limits)
  const over = useDrops(add)
  useShared(add)
  const { photos, photoBytes } = limits
  return (
    <>
      <DropZone
        over={over}
        full={post.items.length >= photos}
        max={photos}
        photoBytes={photoBytes}
        onFiles={add}
        buttonRef={buttonRef}
      />
      <RefusalNotice
        refusals={post.refusals}
        max={photos}
        photoBytes={photoBytes}
        onDismiss={() => tell({ type: "refusals_read", id: post.id })}
      />
    </>
  )
}
