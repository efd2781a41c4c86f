import { currentActor } from "@/app/_server/actor"
import { ModeBanner } from "@/components/layout/mode-banner"
import { ModeWatch } from "@/components/layout/mode-watch"
import { Emergency } from "@/core/emergency"

/** Says above every page how far the site is open, where that is not wholly. */
export async function ModeNotice() {
  const mode = await Emergency.shownMode()
  const shown = mode.mode !== "normal" && (mode.mode !== "signups-closed" || (await isVisitor()))
  return (
    <>
      {shown && <ModeBanner mode={mode} />}
      <ModeWatch narrowed={mode.mode !== "normal"} />
    </>
  )
}

/** Who has an account is not told that none can be opened; when nobody can say who asks, nothing is. */
const isVisitor = () =>
  currentActor().then(
    ({ kind }) => kind === "visitor",
    () => false,
  )
