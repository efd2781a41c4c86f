import { Archive, Bell, Hash, KeyRound, Laptop, ShieldCheck, SquareTerminal, UserRound } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Shell } from "@/components/layout/shell"
import type { Viewer } from "@/components/layout/viewer"
import { Link } from "@/i18n/navigation"
import { TabStrip } from "./tab-strip"

const parts = [
  { part: "profile", Icon: UserRound },
  { part: "account", Icon: KeyRound },
  { part: "privacy", Icon: ShieldCheck },
  { part: "notifications", Icon: Bell },
  { part: "tags", Icon: Hash },
  { part: "sessions", Icon: Laptop },
  { part: "tokens", Icon: SquareTerminal },
  { part: "data", Icon: Archive },
] as const

type Props = { site: string; viewer: Viewer; part: (typeof parts)[number]["part"]; children: ReactNode }

/** A page of settings: its title, what it is for, and the way to the others. */
export async function SettingsFrame({ site, viewer, part, children }: Props) {
  const t = await getTranslations("settings")
  return (
    <Shell site={site} viewer={viewer} current="you" className="settings">
      <TabStrip
        label={t("nav")}
        className="side max-md:-mx-4 max-md:mb-4 max-md:flex! max-md:gap-1 max-md:overflow-x-auto max-md:px-4 max-md:py-1"
      >
        {parts.map(({ part: other, Icon }) => (
          <Link
            key={other}
            href={`/settings/${other}`}
            aria-current={other === part ? "page" : undefined}
            className="whitespace-nowrap max-md:ml-0! max-md:min-h-11!"
          >
            <Icon className="i i--sm max-sm:hidden" />
            {t(`${other}.title`)}
          </Link>
        ))}
      </TabStrip>
      <div className="stack stack--24">
        <div className="stack stack--4">
          <h1 className="h-page">{t(`${part}.title`)}</h1>
          <p className="muted">{t(`${part}.lead`)}</p>
        </div>
        {children}
      </div>
    </Shell>
  )
}
