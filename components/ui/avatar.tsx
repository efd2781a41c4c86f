import { offered, srcSet } from "@/components/photo/srcset"
import type { AuthorView } from "@/core/user/user.schema"

type Size = keyof typeof sides
type Props = { person: Pick<AuthorView, "id" | "name" | "avatar">; size?: Size }

/** CSS pixels of a side, as the style sheet has them. */
const sides = { xs: 24, sm: 32, md: 40, lg: 64, xl: 112 }

// Muted, so that they do not compete with a photo; white on each is at least 4.8:1.
const grounds = ["#5b6b7d", "#7a6248", "#5f6b52", "#76566b", "#4f6d6d", "#6b5f7d", "#7d5a52", "#5d6470"]

/**
 * A person's photo in a circle, cropped around the point that they chose; without one the first letter of the name on a
 * ground that is always theirs. Decoration only: the name stands beside it.
 */
export function Avatar({ person: { id, name, avatar }, size = "md" }: Props) {
  const className = size === "md" ? "av" : `av av--${size}`
  const sum = [...id].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  const letter = [...new Intl.Segmenter().segment(name.trim())][0]?.segment ?? ""
  return (
    <span
      className={className}
      style={{ background: avatar?.color ?? grounds[sum % grounds.length] }}
      aria-hidden="true"
    >
      {avatar ? <Photo avatar={avatar} side={sides[size]} /> : letter.toLocaleUpperCase()}
    </span>
  )
}

type PhotoProps = { avatar: NonNullable<AuthorView["avatar"]>; side: number }

function Photo({ avatar: { variants, x, y }, side }: PhotoProps) {
  const [{ width, height } = { width: 1, height: 1 }] = variants
  // What is cropped away is wider than the circle.
  const shown = Math.ceil(side * Math.max(1, width / height))
  const avif = offered(variants, { type: "image/avif", largest: 640, most: shown })
  const jpeg = variants.find(({ type }) => type === "image/jpeg")
  return (
    <picture>
      {avif.length > 0 && <source type="image/avif" srcSet={srcSet(avif)} sizes={`${shown}px`} />}
      <img
        src={(jpeg ?? variants[0])?.url}
        width={side}
        height={side}
        alt=""
        loading="lazy"
        decoding="async"
        style={{ objectPosition: `${x * 100}% ${y * 100}%` }}
      />
    </picture>
  )
}
