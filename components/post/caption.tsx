import { RichText } from "@/components/ui/rich-text"

/** A caption as it was written, with the people and tags that it names as links. */
export function Caption({ text }: { text: string }) {
  if (!text) return null
  return (
    <p className="caption" dir="auto">
      <RichText text={text} />
    </p>
  )
}
