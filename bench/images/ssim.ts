import { ssim as compare } from "ssim.js"

export type ImageData = Parameters<typeof compare>[0]

/** The structural similarity of two pictures, at full resolution: by default the library halves them first. */
export const ssim = (a: ImageData, b: ImageData): number =>
  compare(a, b, { ssim: "weber", downsample: false }).mssim
