import { Download } from "lucide-react"
import { fill } from "./words"

type Props = {
  downloads: readonly string[]
  words: Record<"download" | "downloadOf", string>
}

/** In a menu: the photos as files; several unfold. */
export function DownloadLinks({ downloads, words }: Props) {
  const lead = (
    <>
      <Download className="i" aria-hidden="true" />
      {words.download}
    </>
  )
  if (downloads.length === 1) {
    return (
      <a href={downloads[0]} download>
        {lead}
      </a>
    )
  }
  return (
    <details>
      <summary className="menu__item unfold">{lead}</summary>
      {downloads.map((href, index) => (
        <a key={href} className="menu__item menu__item--under" href={href} download>
          {fill(words.downloadOf, "number", index + 1)}
        </a>
      ))}
    </details>
  )
}
