import { useEffect, useEffectEvent, useState } from "react"
import { keyReader } from "./key-reader"

/** Does what a key is for on this page, for as long as the component is there: `l`, or `g h` for one after another. */
export function usePageKeys(actions: Readonly<Record<string, () => unknown>>) {
  const [read] = useState(keyReader)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = actions[read(event) ?? ""]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener("keydown", listener)
    return () => document.removeEventListener("keydown", listener)
  }, [])
}
