import { readdir } from "node:fs/promises"
import { join } from "node:path"
import sharp, { type OverlayOptions, type Sharp } from "sharp"

/** Every demo photo fills one without being enlarged. */
const MAX_TILE = { width: 1060, height: 660 }

export type Tile = { left: number; top: number; width: number; height: number }

/** Equal tiles over a picture; the last column and row may reach over its edge by some pixels. */
export function tilesOver(width: number, height: number): Tile[] {
  const [columns, rows] = [Math.ceil(width / MAX_TILE.width), Math.ceil(height / MAX_TILE.height)]
  const [tileWidth, tileHeight] = [Math.ceil(width / columns), Math.ceil(height / rows)]
  return Array.from({ length: columns * rows }, (_, i) => ({
    left: (i % columns) * tileWidth,
    top: Math.floor(i / columns) * tileHeight,
    width: tileWidth,
    height: tileHeight,
  }))
}

/**
 * A picture of any size with real detail: the middles of a folder's photos side by side at their own resolution,
 * mirrored when they come round again.
 * @throws when a photo is smaller than a tile
 */
export async function mosaic(folder: string, width: number, height: number): Promise<Sharp> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jpg")).sort()
  const tiles = tilesOver(width, height)
  const layers = await Promise.all(
    tiles.map((tile, i) => layer(join(folder, names[i % names.length] ?? ""), tile, i >= names.length)),
  )
  const size = {
    width: Math.max(...tiles.map((tile) => tile.left + tile.width)),
    height: Math.max(...tiles.map((tile) => tile.top + tile.height)),
    channels: 3 as const,
  }
  const whole = await sharp({ create: { ...size, background: "#000" } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer()
  return sharp(whole, { raw: size }).extract({ left: 0, top: 0, width, height })
}

async function layer(
  file: string,
  { left, top, width, height }: Tile,
  mirror: boolean,
): Promise<OverlayOptions> {
  const photo = sharp(file)
  const size = await photo.metadata()
  if (size.width < width || size.height < height)
    throw new Error(`${file} is smaller than ${width} × ${height}.`)
  const middle = { left: (size.width - width) >> 1, top: (size.height - height) >> 1 }
  const input = await photo
    .extract({ ...middle, width, height })
    .flop(mirror)
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer()
  return { input, raw: { width, height, channels: 3 }, left, top }
}
