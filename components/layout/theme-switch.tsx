"use client"

import { Monitor, Moon, Sun } from "lucide-react"
import { useId, useSyncExternalStore } from "react"
import { type Theme, themes } from "./theme"
import { themeStore } from "./theme-store"

const icons = { light: Sun, dark: Moon, system: Monitor }

type Props = { words: Record<Theme | "theme", string> }

/** Light, dark, or as the system says. */
export function ThemeSwitch({ words }: Props) {
  const name = useId()
  const chosen = useSyncExternalStore(themeStore.subscribe, themeStore.get, themeStore.getOnServer)
  return (
    <fieldset className="seg seg--theme">
      <legend className="vh">{words.theme}</legend>
      {themes.map((theme) => {
        const Icon = icons[theme]
        return (
          <label key={theme}>
            <input
              className="vh"
              type="radio"
              name={name}
              value={theme}
              checked={theme === chosen}
              onChange={() => themeStore.set(theme)}
            />
            <Icon className="i i--sm" aria-hidden="true" />
            {words[theme]}
          </label>
        )
      })}
    </fieldset>
  )
}
