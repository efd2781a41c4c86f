import { ClientMessages } from "@/components/client-messages"
import type { DraftView } from "@/core/draft/draft.schema"
import type { Maker } from "./engine/engine"
import { WaitingDraft } from "./waiting-draft"

type Props = { draft: DraftView; maker: Maker }

/** The page of a post that waits for its photos. It turns into the post by itself. */
export function WaitingPost({ draft, maker }: Props) {
  return (
    <div className="page page--text">
      <ClientMessages of={["upload", "api"]}>
        <WaitingDraft draft={draft} maker={maker} />
      </ClientMessages>
    </div>
  )
}
