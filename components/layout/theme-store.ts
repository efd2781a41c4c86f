import { type Theme, themeKey } from "./theme"

const changed = "themechange"

/** The theme that is in force, for useSyncExternalStore. */
export const themeStore = {
  subscribe(listener: () => void) {
    window.addEventListener(changed, listener)
    return () => window.removeEventListener(changed, listener)
  },
  get: (): Theme => {
    const { theme } = document.documentElement.dataset
    return theme === "light" || theme === "dark" ? theme : "system"
  },
  getOnServer: (): Theme => "system",
  set(theme: Theme) {
    const { dataset } = document.documentElement
    if (theme === "system") delete dataset.theme
    else dataset.theme = theme
    try {
      if (theme === "system") localStorage.removeItem(themeKey)
      else localStorage.setItem(themeKey, theme)
    } catch {
      // Storage is forbidden: the choice holds until the page is left.
    }
    window.dispatchEvent(new Event(changed))
  },
}
