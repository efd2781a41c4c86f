import { z } from "zod"
import { requireAdmin } from "../actor"
import { AppError } from "../error"
import { Explain } from "../explain"
import { ExplainInput, type ExplanationView } from "../explain/explain.schema"
import { anyId } from "../id"
import { operation } from "../operation"
import type { Subject } from "./admin.schema"

/**
 * What an address or an id is of. A request is in the logs alone, which the server may not read: a command does.
 * @throws AppError `not_found`
 */
export const subject = operation(
  ExplainInput.pick({ what: true }),
  async (actor, { what }): Promise<Subject> => {
    requireAdmin(actor)
    const found = await Explain.subjectOf(what)
    const known = found?.kind === "link" ? found.link?.photoId : found?.id
    if (!found || !known) throw new AppError("not_found", { reason: "nothing_named" })
    if (found.kind === "request") throw new AppError("not_found", { reason: "in_logs" })
    return { id: known }
  },
  "moderation",
)

/** Everything about one thing but its log lines, and with them what it cost. @throws AppError `not_found` */
export const explanation = operation(
  z.strictObject({ id: anyId() }),
  async (actor, { id }): Promise<ExplanationView> => {
    requireAdmin(actor)
    return Explain.about(actor, { what: id })
  },
)
