import { Picture } from "@/components/photo/picture"
import type { CaseSummary } from "@/core/moderation/moderation.schema"

type Props = { item: Pick<CaseSummary, "picture" | "altText"> }

const shown = { sizes: "64px", most: 64 }

/** The photo of a case, small; a frame where it has none. */
export function CaseThumb({ item: { picture, altText } }: Props) {
  return (
    <span className="thumb thumb--start" style={{ backgroundColor: picture?.color }}>
      {picture && <Picture picture={picture} alt={altText ?? ""} shown={shown} />}
    </span>
  )
}
