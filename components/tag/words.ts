import { useTranslations } from "next-intl"
import type { FollowTagWords } from "./follow-tag"

/** What the follow button of a tag says; for the server. */
export function useFollowTagWords(): FollowTagWords {
  const t = useTranslations("tag")
  return { follow: t("follow"), following: t("following"), unreachable: t("unreachable") }
}
