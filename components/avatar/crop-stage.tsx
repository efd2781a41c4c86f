"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react"
import { axisOf, dragged, offsetOf, type Point, sizeOf, stepped } from "./crop"

type Props = { src: string | undefined; onBroken: () => void; point: Point; onMove: (point: Point) => void }

/** A photo behind a circle: dragged, or moved with the arrow keys, until the circle shows the right part of it. */
export function CropStage({ src, onBroken, point, onMove }: Props) {
  const t = useTranslations("avatar")
  const [ratio, setRatio] = useState<number>()
  const held = useRef<{ at: { left: number; top: number }; point: Point }>(null)
  const axis = ratio && axisOf(ratio)
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (axis) stage.current?.focus({ preventScroll: true })
  }, [axis])

  const place = axis ? point[axis] : 0.5
  const percent = Math.round(place * 100)

  const grab = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { at: { left: event.clientX, top: event.clientY }, point }
  }
  const drag = ({ clientX, clientY }: PointerEvent) => {
    if (!held.current || !ratio) return
    const { at, point: from } = held.current
    onMove(dragged(ratio, from, { left: clientX - at.left, top: clientY - at.top }))
  }
  const drop = () => {
    held.current = null
  }
  const press = (event: KeyboardEvent) => {
    const next = axis && stepped(place, event.key)
    if (!axis || next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onMove({ ...point, [axis]: next })
  }
  const slider = axis && {
    role: "slider",
    tabIndex: 0,
    "aria-label": t("part"),
    "aria-orientation": axis === "x" ? ("horizontal" as const) : ("vertical" as const),
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-valuenow": percent,
    "aria-valuetext": t(axis === "x" ? "partX" : "partY", { percent }),
    onKeyDown: press,
    onPointerDown: grab,
    onPointerMove: drag,
    onPointerUp: drop,
    onPointerCancel: drop,
  }
  const offset = ratio ? offsetOf(ratio, point) : { left: 0, top: 0 }
  return (
    <div ref={stage} className="crop" data-axis={axis} {...slider}>
      {src && (
        <picture>
          <img
            src={src}
            alt=""
            draggable={false}
            hidden={!ratio}
            style={{ ...(ratio && sizeOf(ratio)), translate: `${offset.left}px ${offset.top}px` }}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
            onError={onBroken}
          />
        </picture>
      )}
      <span className="crop__circle" />
      {!ratio && <span className="spin" />}
    </div>
  )
}
