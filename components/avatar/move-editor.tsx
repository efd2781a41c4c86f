"use client"

import type { AvatarView, MeView } from "@/core/user/user.schema"
import { AvatarEditor } from "./avatar-editor"

type Props = { avatar: AvatarView; onDone: (me: MeView) => void; onCancel: () => void }

/** The photo that is there, moved within its circle. */
export function MoveEditor({ avatar, onDone, onCancel }: Props) {
  const { photoId, x, y, variants } = avatar
  const jpeg = variants.find(({ type }) => type === "image/jpeg")
  return (
    <AvatarEditor
      src={jpeg?.url}
      onBroken={() => undefined}
      from={{ x, y }}
      photoId={photoId}
      onDone={onDone}
      onCancel={onCancel}
    />
  )
}
