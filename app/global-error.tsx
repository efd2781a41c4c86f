"use client"

import type { ComponentProps } from "react"
import { Fault } from "@/components/layout/fault"
import "./globals.css"

/** Stands in for the whole document when even the layout broke. */
export default function GlobalError(props: ComponentProps<typeof Fault>) {
  return (
    <html lang="en">
      <body>
        <Fault {...props} />
      </body>
    </html>
  )
}
