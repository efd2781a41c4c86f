/** Said in the window when a call was refused because of how far the site is open: the page does not show that yet. */
export const modeChanged = "modechanged"
