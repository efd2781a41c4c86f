/**
 * A handle that a name suggests: `Mika Hoshino` → `mika.hoshino`. Empty when the name has no letters that a handle
 * may have.
 */
export function suggestHandle(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[’']/g, "")
    .match(/[a-z0-9_]+/g)
  const handle = (words ?? []).join(".").slice(0, 30).replace(/\.$/, "")
  return handle.length < 3 ? "" : handle
}
