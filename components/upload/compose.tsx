"use client"

import { useTranslations } from "next-intl"
import { lazy, Suspense, useEffect, useRef, useState } from "react"
import { AddPhotos } from "./add-photos"
import { Background } from "./background"
import { ComposeSide } from "./compose-side"
import type { Limits } from "./engine/admit"
import { composing } from "./engine/desk-state"
import type { Maker } from "./engine/engine"
import { blank } from "./engine/making"
import { tally } from "./engine/uploads-view"
import { Notices } from "./notices"
import { OtherTab } from "./other-tab"
import { Overall } from "./overall"
import { useDesk } from "./use-desk"
import { useLanding } from "./use-landing"

type Props = { maker: Maker; limits: Limits & { caption: number; altText: number; contentWarning: number } }

// Nobody needs it before there are photos: it is fetched once the page is awake.
const loadPhotoList = () => import("./photo-list").then((module) => ({ default: module.PhotoList }))
const PhotoList = lazy(loadPhotoList)

/** Until what was left here is loaded. */
const none = blank("")

/** Makes a post: photos come in, are sent and described, and are published together. */
export function Compose({ maker, limits }: Props) {
  const t = useTranslations("upload")
  const choose = useRef<HTMLButtonElement>(null)
  const [movedTo, setMovedTo] = useState<number>()
  const desk = useDesk(maker)
  const post = composing(desk) ?? none
  const { items } = post
  const { all, ready, failed, described } = tally(items)
  useLanding()
  useEffect(() => void loadPhotoList(), [])
  if (desk.tab === "other") return <OtherTab />
  const locked = post.publishing?.sent === true

  return (
    <>
      <section className="stack stack--16" inert={locked}>
        <div className="row row--wrap spread items-baseline">
          <h1 className="h-page">{t("title")}</h1>
          {all > 0 && (
            <p className="muted num">{t("count", { count: all, max: limits.photos, described })}</p>
          )}
        </div>
        <p className="vh" aria-live="polite">
          {all > 0 && <span>{t("summary", { count: all, ready, failed })}</span>}{" "}
          {movedTo && <span>{t("moved", { place: movedTo, count: all })}</span>}
        </p>
        <Background posts={desk.posts.filter((one) => one !== post)} />
        <AddPhotos post={post} limits={limits} buttonRef={choose} />
        <Notices desk={desk} post={post} />
        {all > 0 && <Overall items={items} desk={desk} />}
        {all > 0 && (
          <Suspense>
            <PhotoList post={post} desk={desk} limits={limits} onMoved={setMovedTo} after={choose} />
          </Suspense>
        )}
      </section>
      <ComposeSide
        userId={maker.userId}
        post={post}
        limits={limits}
        ready={desk.tab === "own"}
        locked={locked}
      />
    </>
  )
}
