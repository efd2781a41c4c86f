import { expect, it } from "vitest"
import { endpoints } from "@/app/_server/openapi/endpoints"
import { Block } from "@/core/block"
import { aboutOneself, apartRows } from "@/testing/apart"
import { bothSides, finds, type Row, type World } from "@/testing/apart/row"
import { api } from "@/testing/api"
import { settle } from "@/testing/events"

type Side = { world: World; id: string }

/** Whether each of two people finds the other by a call. */
async function found({ where, json, names }: Row, sides: readonly Side[]): Promise<boolean[]> {
  const answers = []
  for (const { world, id } of sides) {
    const call = where(world, id)
    const said = names?.(world) ?? world.other.userId
    answers.push(finds(call.split(" ")[0] ?? "", await api(call, { as: world.me, json }), said))
  }
  return answers
}

it.each(apartRows.map((row) => [row.endpoint, row] as const))(
  "%s: behind a block neither finds the other, whoever made it (check 28)",
  async (_, row) => {
    const shown = await sidesOf(row)
    expect(await found(row, shown)).toEqual([true, true])
    // What an answer ends for good is asked about anew.
    const apart = row.gone ? await sidesOf(row) : shown
    const { me, other } = apart[0].world
    await Block.block(me, { handle: other.handle })
    expect(await found(row, apart)).toEqual([false, false])
    await Block.unblock(me, { handle: other.handle })
    expect(await found(row, apart)).toEqual(row.gone ? [false, false] : [true, true])
  },
)

async function sidesOf(row: Row): Promise<[Side, Side]> {
  const [one, two] = await bothSides()
  const sides: [Side, Side] = [
    { world: one, id: String(await row.before?.(one)) },
    { world: two, id: String(await row.before?.(two)) },
  ]
  await settle()
  return sides
}

it("names every call: one that shows people to each other belongs into testing/apart", () => {
  const named = [...apartRows.map(({ endpoint }) => endpoint as string), ...aboutOneself]
  const all = endpoints.map(({ method, path }) => `${method} ${path}`)
  expect(all.filter((endpoint) => !named.includes(endpoint))).toEqual([])
  expect(named.filter((endpoint) => !all.includes(endpoint))).toEqual([])
})
