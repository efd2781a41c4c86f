import { CalendarClock, CircleAlert, FilePen, ImageOff, LoaderCircle } from "lucide-react"
import { useTranslations } from "next-intl"
import { Picture } from "@/components/photo/picture"
import type { DraftStatus, DraftView } from "@/core/draft/draft.schema"
import { Link } from "@/i18n/navigation"
import { DraftActs } from "./draft-acts"
import { DraftTime } from "./draft-time"

const icons = { saved: FilePen, scheduled: CalendarClock, waiting: LoaderCircle, failed: CircleAlert }
const thumb = { sizes: "96px", most: 96 }

const isUsable = ({ photos }: DraftView) =>
  photos.length > 0 && photos.every(({ state }) => state !== "failed" && state !== "quarantined")

/** A post that is not published yet: its first photo, its words, what it waits for, and what to do with it. */
export function DraftRow({ draft }: { draft: DraftView }) {
  const t = useTranslations("drafts")
  const post = useTranslations("post")
  const { id, status, caption, photos, publishAt, failure } = draft
  const picture = photos.find((photo) => photo.picture)?.picture
  const name = caption.split("\n")[0] || t("untitled")
  return (
    <li className="draft">
      <Link className="draft__thumb" href={`/drafts/${id}`} tabIndex={-1} aria-hidden="true">
        {picture ? (
          <Picture picture={picture} alt="" shown={thumb} fit="contain" />
        ) : (
          <ImageOff className="i" aria-hidden="true" />
        )}
      </Link>
      <div className="stack stack--4 min-w-0">
        <p className="row xs">
          <Status status={status} text={t(`status.${status}`)} />
          <span className="faint">{t("photos", { count: photos.length })}</span>
        </p>
        <Link className="med cut hover:underline underline-offset-3" href={`/drafts/${id}`} dir="auto">
          {name}
        </Link>
        {status === "scheduled" && publishAt && (
          <p className="muted num">
            <DraftTime at={publishAt} sentence={t("at", { date: "{date}" })} />
          </p>
        )}
        {failure && <p className="muted">{t(`failure.${failure}`)}</p>}
        <div className="row row--wrap mt-1">
          <Link className="btn btn--line btn--sm" href={`/drafts/${id}`}>
            {t("edit")}
            <span className="vh">: {name}</span>
          </Link>
          <DraftActs
            draftId={id}
            whole={status !== "waiting" && isUsable(draft)}
            name={name}
            words={{
              publish: t("publish"),
              published: t("published"),
              waiting: t("waiting"),
              discard: t("discard"),
              discardTitle: t("discardTitle"),
              discardText: t("discardText", { count: photos.length }),
              keep: t("keep"),
              discarded: t("discarded"),
              unreachable: post("history.failed"),
            }}
          />
        </div>
      </div>
    </li>
  )
}

function Status({ status, text }: { status: DraftStatus; text: string }) {
  const Icon = icons[status]
  return (
    <span className={status === "failed" ? "badge badge--warn" : "badge"}>
      <Icon className="i i--sm" aria-hidden="true" />
      {text}
    </span>
  )
}
