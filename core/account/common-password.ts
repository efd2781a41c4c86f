const words =
  "password passwort passw0rd pass word admin administrator welcome letmein login master secret qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou love monkey dragon football baseball sunshine princess shadow superman batman starwars trustno whatever freedom hello summer winter spring autumn photo photos photograph picture camera ichimai test guest user changeme default abc abcd abcdef sakura tokyo nippon arigato konnichiwa".split(
    " ",
  )
const runs = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
]

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[@4]/g, "a")
    .replace(/[$5]/g, "s")
    .replace(/0/g, "o")
    .replace(/[1!|]/g, "i")
    .replace(/3/g, "e")

/**
 * Whether a password is one that attackers try first: common words with digits around them, keyboard runs,
 * one thing repeated, or the person's own name.
 * @param own words that belong to the person: handle, name, e-mail
 */
export function isCommonPassword(password: string, own: readonly string[]): boolean {
  const raw = password.normalize("NFKC").toLowerCase()
  if (new Set(raw).size <= 4 || /^(.{1,6}?)\1+.{0,3}$/.test(raw)) return true
  const reversed = [...raw].reverse().join("")
  if (runs.some((run) => run.includes(raw) || run.includes(reversed))) return true
  const personal = own.flatMap((word) => word.split(/[@\s]/)).filter((word) => word.length >= 3)
  const known = [...words, ...personal].map(plain).sort((a, b) => b.length - a.length)
  const rest = known.reduce((left, word) => left.replaceAll(word, " "), plain(raw))
  // What is left besides common words must be worth something: three characters are a year or a bang.
  return rest.replace(/[\d\W_iosae]/g, "").length < 3 && rest.replace(/\s/g, "").length < 7
}
