/** Sentences of the acts below a photo, which have no translator. */
export type ActsWords = Record<
  | "like"
  | "likes"
  | "comments"
  | "share"
  | "copied"
  | "copyFailed"
  | "save"
  | "saved"
  | "unsaved"
  | "unreachable",
  string
>

/** The same, for the server. */
export const actsWords = (
  t: (key: keyof ActsWords, values?: Record<string, string>) => string,
): ActsWords => ({
  like: t("like"),
  likes: t("likes", { count: "{count}" }),
  comments: t("comments", { count: "{count}" }),
  share: t("share"),
  copied: t("copied"),
  copyFailed: t("copyFailed"),
  save: t("save"),
  saved: t("saved"),
  unsaved: t("unsaved"),
  unreachable: t("unreachable"),
})
