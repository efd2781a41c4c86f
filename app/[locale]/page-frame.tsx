import type { ComponentProps } from "react"
import { currentActor } from "@/app/_server/actor"
import { site } from "@/app/_server/site"
import { Shell } from "@/components/layout/shell"
import { User } from "@/core/user"

type Props = Omit<ComponentProps<typeof Shell>, "site" | "viewer">

/** A page in its shell, with whoever looks at it. */
export async function PageFrame(props: Props) {
  const actor = await currentActor()
  const viewer = actor.kind === "user" ? await User.me(actor, {}) : null
  return <Shell site={site.name} viewer={viewer} {...props} />
}
