/** Now, in ISO-8601 UTC. */
export const now = () => new Date().toISOString()

/** Now, or just after another time where the clock has not gone past that: so that each change has a time of its own. */
export function nowAfter(before: string): string {
  const at = now()
  return at > before ? at : new Date(Date.parse(before) + 1).toISOString()
}

/** Now plus some seconds, in ISO-8601 UTC. */
export const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

/** Epoch seconds, as the table's TTL attribute wants them. */
export const epoch = (inSeconds = 0) => Math.floor(Date.now() / 1000) + inSeconds

export const minutes = (n: number) => n * 60
export const hours = (n: number) => n * 3600
export const days = (n: number) => n * 86_400
