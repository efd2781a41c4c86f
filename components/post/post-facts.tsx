import { useFormatter, useTranslations } from "next-intl"
import type { PostPhotoView } from "@/core/post/post.schema"
import { Facts } from "./facts"
import { factsOf } from "./facts-of"

/** What the author shows besides the pictures: once when it is the same of all photos, else photo by photo. */
export function PostFacts({ photos }: { photos: readonly PostPhotoView[] }) {
  const photo = useTranslations("photo")
  const receipt = useTranslations("receipt")
  const format = useFormatter()
  const facts = photos.map((one) => factsOf(one, { photo, receipt, format }))
  const [first = []] = facts
  if (facts.every((one) => one.length === 0)) return null
  if (new Set(facts.map((one) => JSON.stringify(one))).size === 1) return <Facts facts={first} />
  return (
    <div>
      {facts.map((one, index) => {
        const [lead] = one
        return (
          lead && (
            <details className="fold" key={photos[index]?.photoId} open={index === 0}>
              <summary className="unfold">
                {photo("number", { number: index + 1 })}
                <span className="faint cut">{lead.text}</span>
              </summary>
              <Facts facts={one} />
            </details>
          )
        )
      })}
    </div>
  )
}
