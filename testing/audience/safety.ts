import { Moderation } from "../../core/moderation"
import { Report } from "../../core/report"
import { given } from "../given"
import { newCast } from "./cast"
import { about, members, type Row, statuses, type Where } from "./row"

/** Reports, decisions and appeals, and what moderators do: all others hear what they hear where nothing is. */
export async function safety(): Promise<Row[]> {
  const cast = await newCast()
  const { owner, admin, stranger } = cast
  const post = await given.post(owner)
  const secret = await given.post(owner, { visibility: "private" })
  const [reported, undone, appealed, noticed] = [
    await given.post(owner),
    await given.post(owner),
    await given.post(owner),
    await given.post(owner),
  ]
  await Report.make(stranger, { target: reported.id, kind: "spam" })
  const decide = async (target: string) => {
    const why = { act: "warn", rule: "spam", reason: "Not so often." } as const
    return (await Moderation.decide(admin, { targets: [target], ...why })).decisions[0]?.id ?? ""
  }
  const [first, second, third] = [await decide(undone.id), await decide(appealed.id), await decide(undone.id)]
  await Moderation.appeal(owner, { id: second, text: "It was the first time." })
  const report = (target: string) => ({ target, kind: "spam" })
  const staffed = (moderators: number, admins = moderators) =>
    statuses(404, { moderator: moderators, admin: admins })
  const row = (method: string, path: string, status: Row["status"], json?: unknown): Row => ({
    cast,
    where: `${method} /api/admin/${path}` as Where,
    status,
    json,
    absent: { where: `${method} /api/nothing/${path}` as Where },
  })
  const decision = { act: "dismiss", targets: [reported.id] }
  return [
    {
      cast,
      where: "POST /api/reports",
      json: report(post.id),
      status: { ...members(204), blocked: 404, blocker: 404, owner: 409 },
    },
    {
      cast,
      where: "POST /api/reports",
      json: report(secret.id),
      status: statuses(404, { visitor: 401, owner: 409 }),
    },
    {
      cast,
      where: "POST /api/takedowns",
      json: {
        address: `https://photos.example/p/${noticed.id}`,
        name: "A. Lawyer",
        email: "a@example.com",
        right: "copyright",
        text: "This photo is by somebody else, who asks for it.",
        sworn: true,
      },
      status: { ...statuses(201), blocked: 400, blocker: 400 },
    },
    about(
      cast,
      "decision",
      (id) => `GET /api/decisions/${id}`,
      first,
      statuses(404, { owner: 200, moderator: 200, admin: 200 }),
    ),
    about(
      cast,
      "decision",
      (id) => `POST /api/decisions/${id}/appeal`,
      third,
      // Those who moderate read it, and it is not theirs.
      statuses(404, { owner: 204 }),
      { text: "It was the first time." },
    ),
    row("GET", "reports", staffed(200)),
    row("GET", `reports/${reported.id}`, staffed(200)),
    row("PATCH", `reports/${reported.id}`, staffed(204), { note: "Looks fine to me." }),
    row("POST", "decisions", staffed(201), decision),
    // Whoever decided leaves the answer to another; what is undone is undone.
    row("POST", `decisions/${second}/answer`, staffed(204, 409), { answer: "upheld", text: "It was not." }),
    row("POST", `decisions/${first}/undo`, staffed(204, 409), { why: "It was." }),
  ]
}
