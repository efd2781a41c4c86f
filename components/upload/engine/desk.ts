import { type Desk, type DeskEvent, deskState, shut } from "./desk-state"

let desk = shut
const listeners = new Set<() => void>()

/** The desk as it is now. It lives as long as the tab, whatever page is shown. */
export const deskNow = (): Desk => desk

/** Tells what happened. */
export function tell(event: DeskEvent) {
  desk = deskState(desk, event)
  for (const listener of listeners) listener()
}

/** @returns a function that ends it */
export function onDesk(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
