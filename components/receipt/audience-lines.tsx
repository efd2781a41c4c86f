"use client"

import { Globe, Lock, UserRound, Users } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Visibility } from "@/core/post/post.schema"

type Props = {
  visibility: Visibility
  /** Whether readers get the camera's data. */
  camera: boolean
  /** Whether readers get a rounded place. */
  place: boolean
}

const icons = { public: Globe, followers: Users, private: Lock }

/** What each audience will see. */
export function AudienceLines({ visibility, camera, place }: Props) {
  const t = useTranslations("receipt")
  const Icon = icons[visibility]
  const extras = camera && place ? "both" : camera ? "camera" : place ? "place" : "none"
  return (
    <ul className="receipt__sees stack">
      <li className="receipt__line">
        <Icon className="i i--sm" aria-hidden="true" />
        <span>{t.rich("sees", { audience: visibility, extras, b: bold })}</span>
      </li>
      <li className="receipt__line">
        <UserRound className="i i--sm" aria-hidden="true" />
        <span>{t.rich("keeps", { b: bold })}</span>
      </li>
    </ul>
  )
}

const bold = (words: ReactNode) => <b>{words}</b>
