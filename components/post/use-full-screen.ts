import { useEffect, useState } from "react"

/** The whole screen for the page, as long as the component is there. Telephones may not know it. */
export function useFullScreen() {
  const [full, setFull] = useState(false)
  const possible = document.fullscreenEnabled

  useEffect(() => {
    const see = () => setFull(document.fullscreenElement !== null)
    document.addEventListener("fullscreenchange", see)
    return () => {
      document.removeEventListener("fullscreenchange", see)
      leave()
    }
  }, [])

  const toggle = () => {
    if (full) leave()
    else if (possible) document.documentElement.requestFullscreen().catch(ignore)
  }
  return { possible, full, toggle }
}

function leave() {
  if (document.fullscreenElement) document.exitFullscreen().catch(ignore)
}

/** A browser may refuse; then all stays as it is. */
const ignore = () => undefined
