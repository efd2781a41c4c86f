"use client"

import { Ellipsis } from "lucide-react"
import { lazy, Suspense, useEffect, useState } from "react"
import { Menu } from "@/components/ui/menu"
import type { PostMenuProps } from "./post-menu-items"

// What is in it is fetched once the page is awake.
const PostMenuItems = lazy(() =>
  import("./post-menu-items").then((module) => ({ default: module.PostMenuItems })),
)

const menuId = "post-menu"

/** The menu of a post. */
export function PostMenu(props: PostMenuProps) {
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return (
    <Menu id={menuId} label={props.words.menu} button={<Ellipsis className="i" aria-hidden="true" />}>
      {awake && (
        <Suspense>
          <PostMenuItems {...props} menuId={menuId} />
        </Suspense>
      )}
    </Menu>
  )
}
