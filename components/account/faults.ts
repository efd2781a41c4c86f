/** What is missing in a field, as a key of `auth.faults` with what its sentence mentions. */
export type Missing = { key: "email_missing" | "email_at" | "email_end"; end?: string }

/** What an e-mail address lacks before it can be one; the server has the last word. */
export function emailFault(email: string): Missing | undefined {
  const address = email.trim()
  if (address === "") return { key: "email_missing" }
  const [, host] = address.split("@")
  if (host === undefined || address.startsWith("@")) return { key: "email_at" }
  return /\.[^.\s]{2,}$/.test(host) ? undefined : { key: "email_end", end: host.replace(/\.$/, "") || "@" }
}

export const shortestPassword = 12

/** The length of a password as the server counts it. */
export const passwordLength = (password: string) => [...password].length
