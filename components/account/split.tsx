import { getTranslations } from "next-intl/server"
import type { CSSProperties, ReactNode } from "react"
import { Brand } from "@/components/layout/brand"
import { LanguageLink } from "@/components/layout/language-link"
import { Picture } from "@/components/photo/picture"
import { Frame } from "@/components/ui/frame"
import type { PictureView } from "@/core/photo/photo.schema"

type Props = {
  site: string
  otherLanguage: string
  /** The photo beside the form; without one there is an empty frame. */
  wall?: { photo: PictureView; by: string }
  children: ReactNode
}

// It fills its half whatever its shape, so it is often shown larger than that half is wide.
const shown = { sizes: "(min-width: 896px) max(52vw, 100vh), 100vw", most: Number.POSITIVE_INFINITY }

/** One column of form beside one photo. */
export async function Split({ site, otherLanguage, wall, children }: Props) {
  const t = await getTranslations("auth")
  return (
    <main id="main" className="split">
      {wall ? (
        <div className="split__photo" style={{ "--c": wall.photo.color } as CSSProperties}>
          <Picture picture={wall.photo} alt="" shown={shown} priority="first" />
          <span className="split__credit">{t("credit", { name: wall.by })}</span>
        </div>
      ) : (
        <div className="split__photo split__photo--shut">
          <Frame />
        </div>
      )}
      <div className="split__form">
        <header className="row spread min-h-13">
          <Brand site={site} />
          <LanguageLink className="btn btn--quiet -mr-4">{otherLanguage}</LanguageLink>
        </header>
        <div className="split__in">{children}</div>
        {/* Once this is here, all of the form is: see auth.css. */}
        <div hidden />
      </div>
    </main>
  )
}
