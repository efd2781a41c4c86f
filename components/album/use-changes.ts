import { useState } from "react"
import { type Change, changeLine } from "./change-line"

type Told<State> = Omit<Parameters<typeof changeLine<State>>[0], "onWaiting">

/**
 * What is shown while changes are on their way, and the line in which they are sent.
 * @param now what is true as far as is known
 * @param told the same for as long as the component is there
 */
export function useChanges<State>(now: State, told: Told<State>) {
  const [waiting, setWaiting] = useState<readonly Change<State>[]>([])
  const [line] = useState(() => changeLine<State>({ ...told, onWaiting: setWaiting }))
  return { shown: waiting.reduce((state, { after }) => after(state), now), ...line }
}
