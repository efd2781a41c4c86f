import type { Cause, EventName } from "../event"
import type { S3Request } from "./types"

/** What the event record says about the request that led to it. */
export function causeOf(request: S3Request, event: EventName): Cause {
  return { event, requestId: request.id, sourceIp: request.http.socket.remoteAddress ?? "127.0.0.1" }
}
