import { useRef, useState } from "react"

/**
 * Which of some things in a row are chosen. With Shift held, all from the last one touched up to this one are.
 * @param ids in the order in which they are shown
 */
export function useChoice(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string>(undefined)

  const toggle = (id: string, isOn: boolean, withShift: boolean) => {
    const [from, to] = [withShift && last.current ? ids.indexOf(last.current) : -1, ids.indexOf(id)]
    const range = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
    last.current = id
    setChosen((before) => {
      const next = new Set(before)
      for (const each of range) {
        if (isOn) next.add(each)
        else next.delete(each)
      }
      return next
    })
  }
  return {
    /** In the order in which they are shown. */
    chosen: ids.filter((id) => chosen.has(id)),
    toggle,
    all: () => setChosen(new Set(ids)),
    none: () => setChosen(new Set()),
  }
}

export type Choice = ReturnType<typeof useChoice>
