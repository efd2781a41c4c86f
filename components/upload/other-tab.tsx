"use client"

import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { goOnHere } from "./engine/opening"

/** Said where the post is being made in another tab: it can be taken over, and is never made twice. */
export function OtherTab() {
  const t = useTranslations("upload.otherTab")
  return (
    <div className="col-span-full" role="status">
      <Blank frame={<Frame />} heading={t("title")} text={t("text")} whole>
        <button type="button" className="btn btn--primary" onClick={goOnHere}>
          {t("take")}
        </button>
      </Blank>
    </div>
  )
}
