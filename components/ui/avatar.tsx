type Props = { name: string; id: string; size?: "xs" | "sm" | "lg" | "xl" }

// Muted, so that they do not compete with a photo; white on each is at least 4.8:1.
const grounds = ["#5b6b7d", "#7a6248", "#5f6b52", "#76566b", "#4f6d6d", "#6b5f7d", "#7d5a52", "#5d6470"]

/** A person without a picture: the first letter of the name on a ground that is always theirs. Decoration only. */
export function Avatar({ name, id, size }: Props) {
  const letter = [...new Intl.Segmenter().segment(name.trim())][0]?.segment ?? ""
  const sum = [...id].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  return (
    <span
      className={size ? `av av--${size}` : "av"}
      style={{ background: grounds[sum % grounds.length] }}
      aria-hidden="true"
    >
      {letter.toLocaleUpperCase()}
    </span>
  )
}
