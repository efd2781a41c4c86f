import { Link2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { useLinkName } from "@/components/share/use-link-name"
import { Menu } from "@/components/ui/menu"
import type { LinkView } from "@/core/share/share.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  links: readonly LinkView[]
  /** The id of the one that is looked through. */
  through?: string | undefined
}

/** The links to a post or album, to look through each as its guests do. */
export function LookLinks({ links, through }: Props) {
  const t = useTranslations("viewing")
  const nameOf = useLinkName()
  const button = (
    <>
      <Link2 className="i i--sm" aria-hidden="true" />
      {t("through")}
    </>
  )
  return (
    <Menu
      id="look-links"
      label={t("through")}
      button={button}
      className={`btn btn--line ${through ? "look__chosen" : ""}`}
    >
      {links.map((link) => (
        <Link
          key={link.id}
          href={{ pathname: new URL(link.url ?? "").pathname, query: { as: "guest" } }}
          aria-current={link.id === through ? "true" : undefined}
          prefetch={false}
        >
          <span className="cut" dir="auto">
            {nameOf(link)}
          </span>
        </Link>
      ))}
    </Menu>
  )
}
