import { expect, it } from "vitest"
import { endpoints } from "@/app/_server/openapi/endpoints"
import { Block } from "@/core/block"
import { aboutOneself, apartRows } from "@/testing/apart"
import { bothSides, finds, type Row, type World } from "@/testing/apart/row"
import { api } from "@/testing/api"

/** Whether each of two people finds the other by a call. */
async function found({ where, json }: Row, sides: readonly World[]): Promise<boolean[]> {
  const answers = []
  for (const world of sides) {
    const call = where(world)
    answers.push(finds(call.split(" ")[0] ?? "", await api(call, { as: world.me, json }), world))
  }
  return answers
}

it.each(apartRows.map((row) => [row.endpoint, row] as const))(
  "%s: behind a block neither finds the other, whoever made it (check 28)",
  async (_, row) => {
    const [shown, apart] = await Promise.all([sidesOf(row), sidesOf(row)])
    expect(await found(row, shown)).toEqual([true, true])
    const [{ me, other }] = apart
    await Block.block(me, { handle: other.handle })
    expect(await found(row, apart)).toEqual([false, false])
    await Block.unblock(me, { handle: other.handle })
    expect(await found(row, apart)).toEqual(row.gone ? [false, false] : [true, true])
  },
)

async function sidesOf(row: Row) {
  const sides = await bothSides()
  for (const world of sides) await row.before?.(world)
  return sides
}

it("names every call: one that shows people to each other belongs into testing/apart", () => {
  const named = [...apartRows.map(({ endpoint }) => endpoint as string), ...aboutOneself]
  const all = endpoints.map(({ method, path }) => `${method} ${path}`)
  expect(all.filter((endpoint) => !named.includes(endpoint))).toEqual([])
  expect(named.filter((endpoint) => !all.includes(endpoint))).toEqual([])
})
