import { table } from "../table"

/** How many decisions are looked at: whoever has more has too many. */
const looked = 50

/** How many decisions stand against a person. */
export async function against(userId: string): Promise<number> {
  const { data } = await table()
    .decision.query.byOwner({ ownerId: userId })
    .go({ order: "desc", limit: looked, count: looked })
  return data.filter(({ state, act }) => state === "standing" && act !== "dismiss" && act !== "approve")
    .length
}
