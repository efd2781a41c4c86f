/** Closes a menu; the focus is back on its button before anything else, a dialog say, takes it. */
export const hideMenu = (id: string) => document.getElementById(id)?.hidePopover()
