"use client"

import { Ellipsis } from "lucide-react"
import { lazy, Suspense, useEffect, useState } from "react"
import { Menu } from "@/components/ui/menu"
import type { PostMenuProps } from "./post-menu-items"

// What is in it is fetched once the page is awake; the dialogs, which only its author needs, when they are asked for.
const PostMenuItems = lazy(() =>
  import("./post-menu-items").then((module) => ({ default: module.PostMenuItems })),
)
const DeletePost = lazy(() => import("./delete-post").then((module) => ({ default: module.DeletePost })))
const ReceiptDialog = lazy(() =>
  import("@/components/receipt/receipt-dialog").then((module) => ({ default: module.ReceiptDialog })),
)

const menuId = "post-menu"

/** The menu of a post. */
export function PostMenu(props: PostMenuProps) {
  const { author, words } = props
  const [awake, setAwake] = useState(false)
  const [opened, setOpened] = useState<"receipt" | "delete">()
  const close = () => setOpened(undefined)
  useEffect(() => setAwake(true), [])

  return (
    <>
      <Menu id={menuId} label={words.menu} button={<Ellipsis className="i" aria-hidden="true" />}>
        {awake && (
          <Suspense>
            <PostMenuItems {...props} menuId={menuId} onOpen={setOpened} />
          </Suspense>
        )}
      </Menu>
      {author && (
        <Suspense>
          {opened === "delete" && <DeletePost {...author} onClose={close} />}
          {opened === "receipt" && <ReceiptDialog {...author.receipt} onClose={close} />}
        </Suspense>
      )}
    </>
  )
}
