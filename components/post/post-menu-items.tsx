"use client"

import { CodeXml, Link as LinkIcon, Pencil, ShieldCheck, Trash2 } from "lucide-react"
import { type ComponentProps, lazy, Suspense, useState } from "react"
import { createPortal } from "react-dom"
import type { ReceiptDialog as Dialog } from "@/components/receipt/receipt-dialog"
import { hideMenu } from "@/components/ui/hide-menu"
import { toast } from "@/components/ui/toast"
import { Link } from "@/i18n/navigation"
import type { DeletePostWords } from "./delete-post"
import { DownloadLinks } from "./download-links"

// Only a post's author needs them.
const DeletePost = lazy(() => import("./delete-post").then((module) => ({ default: module.DeletePost })))
const ReceiptDialog = lazy(() =>
  import("@/components/receipt/receipt-dialog").then((module) => ({ default: module.ReceiptDialog })),
)

export type PostMenuWords = Record<
  | "menu"
  | "copy"
  | "copied"
  | "copyFailed"
  | "embed"
  | "embedCopied"
  | "embedFailed"
  | "download"
  | "downloadOf",
  string
>

export type PostMenuProps = {
  /** The address to hand on. */
  url: string
  /** The HTML that shows it on another site's page; only of what is for everybody. */
  embed?: string
  /** Where each photo is to be had as a file. */
  downloads: readonly string[]
  words: PostMenuWords
  /** What its author alone may do. */
  author?: {
    postId: string
    /** Where to go when the post is gone. */
    after: string
    edit: string
    words: DeletePostWords
    receipt: Pick<ComponentProps<typeof Dialog>, "photos" | "messages" | "title">
  }
}

type Props = PostMenuProps & { menuId: string }

/** What one may do with a post, as lines of its menu. */
export function PostMenuItems({ menuId, url, embed, downloads, words, author }: Props) {
  const [opened, setOpened] = useState<"receipt" | "delete">()
  const close = () => setOpened(undefined)
  const copy = (text: string, done: string, failed: string) => async () => {
    hideMenu(menuId)
    try {
      await navigator.clipboard.writeText(text)
      toast(done)
    } catch {
      toast(failed)
    }
  }
  const open = (dialog: typeof opened) => () => {
    hideMenu(menuId)
    setOpened(dialog)
  }
  return (
    <>
      <button type="button" onClick={copy(url, words.copied, words.copyFailed)}>
        <LinkIcon className="i" aria-hidden="true" />
        {words.copy}
      </button>
      {embed && (
        <button type="button" onClick={copy(embed, words.embedCopied, words.embedFailed)}>
          <CodeXml className="i" aria-hidden="true" />
          {words.embed}
        </button>
      )}
      <DownloadLinks downloads={downloads} words={words} />
      {author && (
        <>
          <Link href={`/p/${author.postId}/edit`}>
            <Pencil className="i" aria-hidden="true" />
            {author.edit}
          </Link>
          <button type="button" onClick={open("receipt")}>
            <ShieldCheck className="i" aria-hidden="true" />
            {author.receipt.title}
          </button>
          <button type="button" className="danger" onClick={open("delete")}>
            <Trash2 className="i" aria-hidden="true" />
            {author.words.delete}
          </button>
          {createPortal(
            // Inside the menu they would go with it.
            <Suspense>
              {opened === "delete" && <DeletePost {...author} onClose={close} />}
              {opened === "receipt" && <ReceiptDialog {...author.receipt} onClose={close} />}
            </Suspense>,
            document.body,
          )}
        </>
      )}
    </>
  )
}
