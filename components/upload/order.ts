/**
 * The place of a dragged row among the others.
 * @param middles the vertical middles of the other rows, from top to bottom
 */
export const placeAt = (y: number, middles: readonly number[]) =>
  middles.filter((middle) => middle < y).length
