/** What the launcher sends to a function's process, and what comes back. */
export type Invocation = { event: unknown; requestId: string; deadline: number }
export type Fault = { name: string; message: string; stack?: string }
export type Answer =
  | { kind: "ready" }
  | { kind: "unloadable"; fault: Fault }
  | { kind: "done"; result: unknown }
  | { kind: "failed"; fault: Fault }

/** An error that crossed a process boundary, with the stack it had there. */
export const errorOf = ({ name, message, stack }: Fault) => Object.assign(new Error(message), { name, stack })
