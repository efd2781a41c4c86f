import load from "libheif-js/libheif-wasm/libheif-bundle.mjs"

/** The longer side of the picture, in pixels. */
const longest = 600

self.addEventListener("message", async ({ data: file }: MessageEvent<File>) => {
  self.postMessage(await smallPicture(file).catch(() => undefined))
})

async function smallPicture(file: File): Promise<Blob> {
  const { HeifDecoder } = load()
  const images = new HeifDecoder().decode(new Uint8Array(await file.arrayBuffer()))
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw new Error("There is no picture in it.")
  const width = image.get_width()
  const height = image.get_height()
  const { data } = await new Promise<{ data: Uint8ClampedArray<ArrayBuffer> }>((resolve, reject) => {
    image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (pixels) =>
      pixels ? resolve(pixels) : reject(new Error("It cannot be decoded.")),
    )
  })
  const scale = Math.min(1, longest / Math.max(width, height))
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const whole = await createImageBitmap(new ImageData(data, width, height))
  const canvas = new OffscreenCanvas(size.width, size.height)
  const context = canvas.getContext("2d")
  if (!context) throw new Error("There is no canvas.")
  context.imageSmoothingQuality = "high"
  context.drawImage(whole, 0, 0, size.width, size.height)
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 })
}
