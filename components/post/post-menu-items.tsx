"use client"

import {
  CodeXml,
  Eye,
  Flag,
  FolderMinus,
  FolderPlus,
  Link as LinkIcon,
  Pencil,
  Share,
  ShieldCheck,
  Trash2,
} from "lucide-react"
import { type ComponentProps, lazy, Suspense, useState } from "react"
import { createPortal } from "react-dom"
import type { AddToAlbum as AlbumDialog } from "@/components/album/add-to-album"
import type { TakeOutOfAlbum as LeaveDialog } from "@/components/album/take-out-of-album"
import type { ReceiptDialog as Dialog } from "@/components/receipt/receipt-dialog"
import type { ShareDialog as Links } from "@/components/share/share-dialog"
import { hideMenu } from "@/components/ui/hide-menu"
import { toast } from "@/components/ui/toast"
import { Link } from "@/i18n/navigation"
import type { DeletePostWords } from "./delete-post"
import { DownloadLinks } from "./download-links"

// Only a post's author needs them.
const DeletePost = lazy(() => import("./delete-post").then((module) => ({ default: module.DeletePost })))
const AddToAlbum = lazy(() =>
  import("@/components/album/add-to-album").then((module) => ({ default: module.AddToAlbum })),
)
const TakeOutOfAlbum = lazy(() =>
  import("@/components/album/take-out-of-album").then((module) => ({ default: module.TakeOutOfAlbum })),
)
const ReceiptDialog = lazy(() =>
  import("@/components/receipt/receipt-dialog").then((module) => ({ default: module.ReceiptDialog })),
)
const ShareDialog = lazy(() =>
  import("@/components/share/share-dialog").then((module) => ({ default: module.ShareDialog })),
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
  /** Where a reader says that something is wrong with it. */
  report?: { href: string; label: string } | undefined
  /** What its author alone may do. */
  author?: {
    postId: string
    /** Where to go when the post is gone. */
    after: string
    edit: string
    /** Leads to the post as others see it. */
    viewAs: string
    words: DeletePostWords
    share: Pick<ComponentProps<typeof Links>, "messages" | "words"> & { act: string }
    album: { title: string; messages: ComponentProps<typeof AlbumDialog>["messages"] }
    /** The albums that it is in, if any. */
    leave?: { title: string } & Pick<ComponentProps<typeof LeaveDialog>, "albums">
    receipt: Pick<ComponentProps<typeof Dialog>, "photos" | "messages" | "title">
  }
}

type Props = PostMenuProps & { menuId: string }

/** What one may do with a post, as lines of its menu. */
export function PostMenuItems({ menuId, url, embed, downloads, words, report, author }: Props) {
  const [opened, setOpened] = useState<"album" | "leave" | "receipt" | "share" | "delete">()
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
      {report && (
        <Link href={report.href} rel="nofollow">
          <Flag className="i" aria-hidden="true" />
          {report.label}
        </Link>
      )}
      {author && (
        <>
          <Link href={`/p/${author.postId}/edit`}>
            <Pencil className="i" aria-hidden="true" />
            {author.edit}
          </Link>
          <button type="button" onClick={open("share")}>
            <Share className="i" aria-hidden="true" />
            {author.share.act}
          </button>
          <Link href={{ pathname: `/p/${author.postId}`, query: { as: "visitor" } }}>
            <Eye className="i" aria-hidden="true" />
            {author.viewAs}
          </Link>
          <button type="button" onClick={open("album")}>
            <FolderPlus className="i" aria-hidden="true" />
            {author.album.title}
          </button>
          {author.leave && (
            <button type="button" onClick={open("leave")}>
              <FolderMinus className="i" aria-hidden="true" />
              {author.leave.title}
            </button>
          )}
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
              {opened === "share" && (
                <ShareDialog target={{ kind: "post", id: author.postId }} {...author.share} onClose={close} />
              )}
              {opened === "album" && <AddToAlbum {...author} {...author.album} onClose={close} />}
              {opened === "leave" && author.leave && (
                <TakeOutOfAlbum
                  postId={author.postId}
                  albums={author.leave.albums}
                  messages={author.album.messages}
                  onClose={close}
                />
              )}
              {opened === "receipt" && <ReceiptDialog {...author.receipt} onClose={close} />}
            </Suspense>,
            document.body,
          )}
        </>
      )}
    </>
  )
}
