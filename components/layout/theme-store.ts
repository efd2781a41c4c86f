import { type Theme, themeKey } from "./theme"

const changed = "themechange"

/** The theme that is in force, for useSyncExternalStore. */
export const themeStore = {
  subscribe(listener: () => void) {
    window.addEventListener(changed, listener)
    return () => window.removeEventListener(changed, listener)
  },
  get: (): Theme => themeOf(document.documentElement.dataset.theme),
  getOnServer: (): Theme => "system",
  /** Puts the remembered theme in force. */
  restore: () => apply(remembered()),
  /** Chooses a theme and remembers it. */
  set(theme: Theme) {
    apply(theme)
    try {
      if (theme === "system") localStorage.removeItem(themeKey)
      else localStorage.setItem(themeKey, theme)
    } catch {
      // Storage is forbidden: the choice holds until the page is left.
    }
  },
}

const themeOf = (value: string | null | undefined): Theme =>
  value === "light" || value === "dark" ? value : "system"

function remembered(): Theme {
  try {
    return themeOf(localStorage.getItem(themeKey))
  } catch {
    return "system"
  }
}

function apply(theme: Theme) {
  const { dataset } = document.documentElement
  if (theme === "system") delete dataset.theme
  else dataset.theme = theme
  window.dispatchEvent(new Event(changed))
}
