import { useLocale, useTranslations } from "next-intl"
import type { TagView } from "@/core/tag/tag.schema"
import { getPathname, Link } from "@/i18n/navigation"
import { FollowTag } from "./follow-tag"
import { useFollowTagWords } from "./words"

type Props = { tag: TagView; member: boolean }

/** A tag, how often it is used and followed, and the way to follow it. Visitors sign in to follow. */
export function TagHead({ tag, member }: Props) {
  const t = useTranslations("tag")
  const locale = useLocale()
  const words = useFollowTagWords()
  const next = getPathname({ href: `/t/${encodeURIComponent(tag.tag)}`, locale })
  return (
    <header className="taghead">
      <div className="grow">
        <h1 dir="auto">#{tag.label}</h1>
        <p className="counts">
          <span>{t.rich("postsBold", { count: tag.posts, b: (chunks) => <b>{chunks}</b> })}</span>
          <span>{t.rich("followersBold", { count: tag.followers, b: (chunks) => <b>{chunks}</b> })}</span>
        </p>
      </div>
      {member ? (
        <FollowTag key={String(tag.viewer.follows)} tag={tag} words={words} refresh />
      ) : (
        <Link className="btn btn--primary" href={{ pathname: "/signin", query: { next } }}>
          {words.follow}
        </Link>
      )}
    </header>
  )
}
