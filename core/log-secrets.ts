const address = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi
/** What follows the `?` of an address can be a signature, or a token that was mailed. */
const query = /(\bhttps?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*/gi
const bearer = /\b(bearer|basic) +[\w.~+/=-]+/gi
/** Access tokens, JSON Web Tokens. */
const token = /\b(?:pat_[\w-]{20,}|eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)*)/g

/**
 * A text in which nothing is left that must not be in a log, should it ever get there: e-mail addresses, the queries of
 * addresses, tokens.
 */
export const withoutSecrets = (text: string): string =>
  text.replace(query, "$1?…").replace(bearer, "$1 …").replace(token, "…").replace(address, "…")
