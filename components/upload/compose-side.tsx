"use client"

import { useTranslations } from "next-intl"
import { rememberCamera } from "@/components/receipt/receipt-choice"
import { ReceiptPanel } from "@/components/receipt/receipt-panel"
import { Audience } from "./audience"
import { Caption } from "./caption"
import { tell } from "./engine/desk"
import type { Making, Words } from "./engine/making"
import { LicenseField } from "./license-field"
import { PublishBar } from "./publish-bar"
import { scheduleFault } from "./schedule"
import { ScheduleField } from "./schedule-field"
import { Switch } from "./switch"
import { WarningField } from "./warning-field"

type Props = {
  userId: string
  post: Making
  limits: { caption: number; contentWarning: number }
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
        <LicenseField value={words.license} onChange={(license) => say({ license })} />
        <div>
          <Switch
            label={t("comments")}
            checked={words.commentsAllowed}
            onChange={(commentsAllowed) => say({ commentsAllowed })}
          />
          <WarningField
            value={words.contentWarning}
            max={limits.contentWarning}
            onChange={(contentWarning) => say({ contentWarning })}
          />
          <ScheduleField value={words.publishAt} onChange={(publishAt) => say({ publishAt })} />
        </div>
      </div>
      <PublishBar
        post={post}
        tooLong={[...words.caption.trim()].length > limits.caption}
        untimely={scheduleFault(words.publishAt) !== undefined}
      />
    </section>
  )
}
