"use client"

import { useTranslations } from "next-intl"
import { rememberCamera } from "@/components/receipt/receipt-choice"
import { ReceiptPanel } from "@/components/receipt/receipt-panel"
import { Audience } from "./audience"
import { Caption } from "./caption"
import { tell } from "./engine/desk"
import type { Making, Words } from "./engine/making"
import { PublishBar } from "./publish-bar"
import { Switch } from "./switch"

type Props = {
  userId: string
  post: Making
  limits: { caption: number }
  /** Whether what was left here is loaded. */
  ready: boolean
  /** Whether it is being published: nothing about it changes any more. */
  locked: boolean
}

/** What is said about the whole post, and the button that publishes it. */
export function ComposeSide({ userId, post, limits, ready, locked }: Props) {
  const t = useTranslations("upload")
  const { words, items } = post
  const say = (some: Partial<Words>) => tell({ type: "worded", id: post.id, words: some })
  return (
    <section className="compose__side">
      <div className="contents" inert={locked}>
        <Caption
          value={words.caption}
          max={limits.caption}
          readOnly={!ready}
          onChange={(caption) => say({ caption })}
        />
        <Audience value={words.visibility} onChange={(visibility) => say({ visibility })} />
        <ReceiptPanel
          photos={items.filter(({ stage }) => stage !== "failed").map(({ photo }) => photo)}
          visibility={words.visibility}
          choice={{ showCamera: words.showCamera, location: words.location }}
          onChange={(choice) => {
            rememberCamera(userId, choice.showCamera)
            say(choice)
          }}
        />
        <Switch
          label={t("comments")}
          checked={words.commentsAllowed}
          onChange={(commentsAllowed) => say({ commentsAllowed })}
        />
      </div>
      <PublishBar post={post} blocked={[...words.caption.trim()].length > limits.caption} />
    </section>
  )
}
