import { useTranslations } from "next-intl"

/** Sentences for leaves in the browser, where no translator is loaded; `{name}` is filled in there. */
export type FollowWords = Record<
  | "follow"
  | "followBack"
  | "following"
  | "requested"
  | "unfollow"
  | "unfollowTitle"
  | "unfollowText"
  | "keepFollowing"
  | "unreachable",
  string
>

export type PeopleListWords = FollowWords &
  Record<"followsYou" | "more" | "loading" | "remove" | "removed", string>

const name = "{name}"

/** What the follow button says; for the server. */
export function useFollowWords(): FollowWords {
  const t = useTranslations("people")
  return {
    follow: t("follow"),
    followBack: t("followBack"),
    following: t("following"),
    requested: t("requested"),
    unfollow: t("unfollow"),
    unfollowTitle: t("unfollowTitle", { name }),
    unfollowText: t("unfollowText", { name }),
    keepFollowing: t("keepFollowing"),
    unreachable: t("unreachable"),
  }
}

/** What a list of people says; for the server. */
export function usePeopleListWords(): PeopleListWords {
  const t = useTranslations("people")
  return {
    ...useFollowWords(),
    followsYou: t("followsYou"),
    more: t("more"),
    loading: t("loading"),
    remove: t("remove"),
    removed: t("removed", { name }),
  }
}
