import type { NotificationView } from "../../notification/notification.schema"
import type { Locale } from "../../user/user.schema"

type Words = {
  subject: (count: number, more: boolean, only: string) => string
  lead: string
  more: string
  button: string
  why: string
  settings: string
  end: string
  line: (item: NotificationView) => string
}

/** The sentences of a digest. */
export const digestWords: Record<Locale, (site: string) => Words> = {
  en: (site) => ({
    subject: (count, more, only) =>
      count === 1 ? `${only} · ${site}` : `${count}${more ? "+" : ""} things new for you at ${site}`,
    lead: "This happened since you last looked.",
    more: "There is more on the page.",
    button: "See all of it",
    why: `You asked for this mail: once a day, when there is something new.`,
    settings: "Choose what you are told",
    end: "Stop these mails",
    line: (item) => {
      const who = whoEn(item)
      const said = item.comment ? `: “${item.comment.excerpt}”` : ""
      return {
        like: `${who} liked your photo`,
        comment: `${who} commented${said}`,
        reply: `${who} replied to you${said}`,
        mention: item.comment ? `${who} mentioned you${said}` : `${who} mentioned you in a post`,
        comment_like: `${who} liked your comment${said}`,
        follow: `${who} started following you`,
        request: `${who} asks to follow you`,
        accepted: `${who} accepted your request`,
        decision: "A moderator decided about something of yours",
        undone: "A decision about something of yours was taken back",
        appeal: "Your appeal was answered",
        report: "What you reported was looked at. Thank you",
        album_member: `${who} added you to the album “${item.album?.title ?? ""}”`,
        guest_photos: `${item.others === 1 ? "A guest sent a photo" : `Guests sent ${item.others} photos`} to your album “${item.album?.title ?? ""}”`,
        guest_comments: `${item.others === 1 ? "A comment by a guest waits" : `${item.others} comments by guests wait`} for you to approve`,
        album_photos: `${who} added photos to your album “${item.album?.title ?? ""}”`,
      }[item.kind]
    },
  }),
  ja: (site) => ({
    subject: (count, more, only) =>
      count === 1 ? `${site}：${only}` : `${site}：新しいお知らせが${count}件${more ? "以上" : ""}あります`,
    lead: "前回からの新しいお知らせです。",
    more: "ほかのお知らせは、ページでご覧いただけます。",
    button: "すべて見る",
    why: "このメールは、新しいお知らせがあった日に一度だけ、ご希望の方にお送りしています。",
    settings: "お知らせの内容を選ぶ",
    end: "このメールを止める",
    line: (item) => {
      const who = whoJa(item)
      const said = item.comment ? `：「${item.comment.excerpt}」` : ""
      return {
        like: `${who}が写真に「いいね」しました`,
        comment: `${who}がコメントしました${said}`,
        reply: `${who}が返信しました${said}`,
        mention: item.comment
          ? `${who}がコメントであなたに触れました${said}`
          : `${who}が投稿であなたに触れました`,
        comment_like: `${who}がコメントに「いいね」しました${said}`,
        follow: `${who}があなたをフォローしました`,
        request: `${who}からフォローリクエストが届いています`,
        accepted: `${who}がリクエストを承認しました`,
        decision: "モデレーターの対応についてお知らせがあります",
        undone: "あなたへの対応が取り消されました",
        appeal: "異議申し立てへの回答があります",
        report: "ご報告いただいた内容を確認しました。ありがとうございます",
        album_member: `${who}があなたをアルバム「${item.album?.title ?? ""}」に追加しました`,
        guest_photos: `ゲストがあなたのアルバム「${item.album?.title ?? ""}」に写真を${item.others}枚送りました`,
        guest_comments: `ゲストのコメント${item.others}件が承認を待っています`,
        album_photos: `${who}があなたのアルバム「${item.album?.title ?? ""}」に写真を追加しました`,
      }[item.kind]
    },
  }),
}

function whoEn({ actors, others }: NotificationView): string {
  const names = actors.slice(0, 2).map(({ name }) => name)
  const rest = actors.length - names.length + others
  if (names.length === 0) return `${rest} ${rest === 1 ? "person" : "people"}`
  if (rest === 0) return names.join(" and ")
  return `${names.join(", ")} and ${rest} ${rest === 1 ? "other" : "others"}`
}

function whoJa({ actors, others }: NotificationView): string {
  const names = actors.slice(0, 2).map(({ name }) => `${name}さん`)
  const rest = actors.length - names.length + others
  if (names.length === 0) return `${rest}人`
  return rest === 0 ? names.join("と") : `${names.join("、")}、ほか${rest}人`
}
