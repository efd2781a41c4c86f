export const themes = ["light", "dark", "system"] as const
export type Theme = (typeof themes)[number]

/** Under which key the choice stays in the browser; nothing stored means "system". */
export const themeKey = "theme"

/** Runs in the page's head before anything is painted. Storage may be forbidden: then the system decides. */
export const themeScript = `try{var t=localStorage.getItem("${themeKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`
