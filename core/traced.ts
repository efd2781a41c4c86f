import { requestId } from "./log"

/**
 * The attribute of an item that names the request that made it, so that the lines of what follows from it can: the
 * stream carries no trace. Absent where no request made it; ElectroDB leaves out what a default does not give.
 */
export const traced = { type: "string", default: requestId as () => string } as const
