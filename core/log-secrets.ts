const address = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi
/** What follows the `?` of an address can be a signature, or a token that was mailed. */
const query = /(\bhttps?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*/gi
const bearer = /\b(bearer|basic) +[\w.~+/=-]+/gi
/** Access tokens, JSON Web Tokens. */
const token = /\b(?:pat_[\w-]{20,}|eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)*)/g
/** Whoever has the address of a share link has what it opens. */
const link = /((?:^|[^\w-])s\/|\blink=)[\w-]{24}(?![\w-])/g
/** So does whoever has the one that ends somebody's mails. */
const unsubscribe = /(\bunsubscribe\/)[\w.-]{20,}/g

/**
 * A text in which nothing is left that must not be in a log, should it ever get there: e-mail addresses, the queries of
 * addresses, tokens, share links, links that end mails.
 */
export const withoutSecrets = (text: string): string =>
  text
    .replace(query, "$1?…")
    .replace(bearer, "$1 …")
    .replace(token, "…")
    .replace(link, "$1…")
    .replace(unsubscribe, "$1…")
    .replace(address, "…")
