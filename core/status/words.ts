import type { Locale } from "../user/user.schema"
import type { IncidentState, JourneyName, State } from "./status.schema"

export type PageWords = {
  status: string
  home: string
  other: string
  headings: Record<State, string>
  leads: Record<State, string>
  journeys: string
  journey: Record<JourneyName, string>
  states: Record<State, string>
  incidentStates: Record<IncidentState, string>
  ago: (days: number) => string
  today: string
  unchecked: string
  summary: (uptime: number | undefined, bad: readonly string[]) => string
  open: string
  past: string
  none: string
  checked: (time: string) => string
  opened: string
  zone: "UTC" | "Asia/Tokyo"
}

/** The sentences of the status page. */
export const pageWords: Record<Locale, (site: string) => PageWords> = {
  en: (site) => ({
    status: "Status",
    home: `${site}, home`,
    other: "日本語",
    headings: {
      working: "Everything works",
      unknown: "We are not sure",
      slow: "Something is slower than usual",
      down: "Something does not work",
    },
    leads: {
      working: "Signing in, uploading, looking and sharing went well at the last check.",
      unknown: "The last check is too long ago, or could not try everything.",
      slow: "Everything can be done, but it takes longer. We know.",
      down: "We know, and are looking into it.",
    },
    journeys: "What people do here",
    journey: {
      "sign in": "Sign in",
      upload: "Upload",
      process: "New photos become visible",
      feed: "Feed and profiles",
      share: "Share links",
    },
    states: { working: "Working", unknown: "Not checked", slow: "Slow", down: "Not working" },
    incidentStates: {
      investigating: "Looking into it",
      identified: "Found",
      monitoring: "Improving",
      resolved: "Over",
    },
    ago: (days) => `${days} days ago`,
    today: "today",
    unchecked: "no check yet",
    summary: (uptime, bad) =>
      `The last 90 days: ${uptime === undefined ? "no check yet" : `${uptime} % of all checks went well`}${
        bad.length > 0 ? `; disturbed on ${bad.join(", ")}` : ""
      }`,
    open: "Now",
    past: "Before",
    none: "There was nothing to report in the last 90 days.",
    checked: (time) => `Checked ${time}`,
    opened: "Began",
    zone: "UTC",
  }),
  ja: (site) => ({
    status: "稼働状況",
    home: `${site}のホーム`,
    other: "English",
    headings: {
      working: "すべて正常です",
      unknown: "状況を確認できていません",
      slow: "一部に遅れが出ています",
      down: "一部が利用できません",
    },
    leads: {
      working: "直近の確認では、ログイン、アップロード、閲覧、共有のすべてに成功しました。",
      unknown: "しばらく確認が行われていないか、一部を確認できませんでした。",
      slow: "ご利用いただけますが、いつもより時間がかかります。対応を進めています。",
      down: "状況を把握しており、調査を進めています。",
    },
    journeys: "できること別の状況",
    journey: {
      "sign in": "ログイン",
      upload: "アップロード",
      process: "写真の表示準備",
      feed: "フィードとプロフィール",
      share: "共有リンク",
    },
    states: { working: "正常", unknown: "未確認", slow: "遅延", down: "停止" },
    incidentStates: {
      investigating: "調査中",
      identified: "原因を確認",
      monitoring: "回復中",
      resolved: "解消",
    },
    ago: (days) => `${days}日前`,
    today: "今日",
    unchecked: "まだ確認なし",
    summary: (uptime, bad) =>
      `直近90日間：${uptime === undefined ? "まだ確認がありません" : `確認の${uptime} %が成功`}${
        bad.length > 0 ? `。支障のあった日：${bad.join("、")}` : ""
      }`,
    open: "現在",
    past: "これまで",
    none: "直近90日間にお知らせする障害はありません。",
    checked: (time) => `${time}に確認`,
    opened: "発生",
    zone: "Asia/Tokyo",
  }),
}
