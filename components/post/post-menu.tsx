"use client"

import { Ellipsis, Link as LinkIcon, Trash2 } from "lucide-react"
import { useState } from "react"
import { hideMenu } from "@/components/ui/hide-menu"
import { Menu } from "@/components/ui/menu"
import { toast } from "@/components/ui/toast"
import { DeletePost, type DeletePostWords } from "./delete-post"

export type PostMenuWords = DeletePostWords & Record<"menu" | "copy" | "copied" | "copyFailed", string>

type Props = {
  postId: string
  /** The address to hand on. */
  url: string
  /** Where to go when the post is gone. */
  after: string
  words: PostMenuWords
}

const menuId = "post-menu"

/** What an author may do with a post. */
export function PostMenu({ postId, url, after, words }: Props) {
  const [asking, setAsking] = useState(false)

  const copy = async () => {
    hideMenu(menuId)
    try {
      await navigator.clipboard.writeText(url)
      toast(words.copied)
    } catch {
      toast(words.copyFailed)
    }
  }

  const ask = () => {
    hideMenu(menuId)
    setAsking(true)
  }

  return (
    <>
      <Menu id={menuId} label={words.menu} button={<Ellipsis className="i" aria-hidden="true" />}>
        <button type="button" onClick={copy}>
          <LinkIcon className="i" aria-hidden="true" />
          {words.copy}
        </button>
        <button type="button" className="danger" onClick={ask}>
          <Trash2 className="i" aria-hidden="true" />
          {words.delete}
        </button>
      </Menu>
      <DeletePost
        postId={postId}
        after={after}
        open={asking}
        onClose={() => setAsking(false)}
        words={words}
      />
    </>
  )
}
