import type { Act, Rule } from "../../moderation/moderation.schema"
import type { Locale } from "../../user/user.schema"

type Words = { subject: string; lines: string[]; button: string; end: string }
type What = "decided" | "undone" | "upheld"

export const words: Record<
  Locale,
  Record<What, (site: string) => Words> & { rule: (rule: string) => string }
> = {
  en: {
    rule: (rule) => `The rule: ${rule}.`,
    decided: (site) => ({
      subject: `A decision about what you share on ${site}`,
      lines: [`A moderator of ${site} looked at something of yours and decided.`],
      button: "Read the decision",
      end: "If you think that this is wrong, say so there within 30 days, once. Nothing was deleted.",
    }),
    undone: (site) => ({
      subject: `A decision on ${site} was taken back`,
      lines: ["A decision about something of yours was taken back. Everything is as it was before."],
      button: "Read about it",
      end: "There is nothing that you have to do.",
    }),
    upheld: (site) => ({
      subject: `Your appeal on ${site}`,
      lines: ["A moderator read your appeal. The decision stands."],
      button: "Read the answer",
      end: "An appeal can be made once.",
    }),
  },
  ja: {
    rule: (rule) => `該当するルール：${rule}。`,
    decided: (site) => ({
      subject: `${site}：あなたの投稿などへの対応について`,
      lines: [`${site}のモデレーターが内容を確認し、次のように対応しました。`],
      button: "対応の内容を見る",
      end: "納得できない場合は、30日以内に一度、そのページから異議を申し立てられます。何も削除されていません。",
    }),
    undone: (site) => ({
      subject: `${site}：対応が取り消されました`,
      lines: ["あなたの投稿などへの対応が取り消されました。すべて元のとおりに戻っています。"],
      button: "内容を見る",
      end: "何もしていただく必要はありません。",
    }),
    upheld: (site) => ({
      subject: `${site}：異議申し立てへの回答`,
      lines: ["モデレーターが異議申し立てを確認しました。対応は変わりません。"],
      button: "回答を読む",
      end: "異議の申し立ては一度だけできます。",
    }),
  },
}

export const acts: Record<Locale, Record<Act, string>> = {
  en: {
    dismiss: "Nothing was changed.",
    approve: "Your post is published.",
    cover: "Your photo is covered by a warning.",
    hide: "It is hidden: only you still see it.",
    close_comments: "The comments under your post are closed.",
    warn: "This is a warning; nothing was changed.",
    hold: "What you post is looked at before others see it.",
    suspend: "Your account is suspended.",
    quarantine: "The photo was taken out of reach, also for you.",
  },
  ja: {
    dismiss: "変更はありません。",
    approve: "投稿を公開しました。",
    cover: "写真に注意書きをつけて覆いました。",
    hide: "非表示にしました。ご本人だけが見られます。",
    close_comments: "投稿のコメントを閉じました。",
    warn: "今回は注意のみです。変更はありません。",
    hold: "今後の投稿は、確認のあとで公開されます。",
    suspend: "アカウントを停止しました。",
    quarantine: "写真を隔離しました。ご本人も見られません。",
  },
}

export const rules: Record<Locale, Record<Rule, string>> = {
  en: {
    spam: "no spam",
    sexual_content: "nudity and sexual content only where it is allowed, and covered",
    harassment: "no hate and no harassment",
    violence: "no violence for its own sake",
    self_harm: "nothing that leads to self-harm",
    copyright: "only what is yours, or what you may share",
    minors: "minors are protected",
    private_information: "no private information of others",
    illegal: "nothing that the law forbids",
    other: "the rules of the site",
  },
  ja: {
    spam: "スパムの禁止",
    sexual_content: "性的な表現は認められた範囲で、注意書きをつけること",
    harassment: "憎悪や嫌がらせの禁止",
    violence: "いたずらな暴力表現の禁止",
    self_harm: "自傷を誘う内容の禁止",
    copyright: "自分の作品、または共有を許されたものだけを載せること",
    minors: "未成年の保護",
    private_information: "他人の個人情報の禁止",
    illegal: "法律で禁じられた内容の禁止",
    other: "サイトのルール",
  },
}
