import { Camera, Hash, Image as ImageIcon, Search, UsersRound } from "lucide-react"
import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Link } from "@/i18n/navigation"
import type { Sought } from "./way"

type Props = {
  sought: Sought
  /** Why nothing was looked for. */
  refusal?: string
}

const icons = { posts: ImageIcon, users: UsersRound, tags: Hash }
const titles = { posts: "noPostsTitle", users: "noUsersTitle", tags: "noTagsTitle" } as const
const texts = { posts: "noPostsText", users: "noUsersText", tags: "noTagsText" } as const

/** A search that found nothing, or that has not begun. */
export function NothingFound({ sought: { q, type, camera }, refusal }: Props) {
  const t = useTranslations("search")
  const isBegun = q !== "" || camera !== ""
  const Icon = !isBegun ? Search : camera ? Camera : icons[type]
  const asked = [q, camera].filter(Boolean).join(" · ")
  const heading = refusal ? t("refusedTitle") : isBegun ? t(titles[type], { q: asked }) : t("startTitle")
  const text = refusal ?? (isBegun ? t(camera ? "noCameraText" : texts[type]) : t("startText"))
  return (
    <Blank
      frame={
        <Frame>
          <Icon className="i i--lg" />
        </Frame>
      }
      heading={heading}
      text={text}
    >
      <Link className="btn btn--line" href="/explore">
        {t("explore")}
      </Link>
    </Blank>
  )
}
