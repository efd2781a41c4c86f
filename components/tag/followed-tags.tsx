import type { TagView } from "@/core/tag/tag.schema"
import { FollowTag } from "./follow-tag"
import { TagList } from "./tag-list"
import { useFollowTagWords } from "./words"

type Props = { label: string; tags: readonly TagView[] }

/** Tags with the way to follow them no more, and again. */
export function FollowedTags({ label, tags }: Props) {
  const words = useFollowTagWords()
  return <TagList label={label} tags={tags} act={(tag) => <FollowTag tag={tag} words={words} small />} />
}
