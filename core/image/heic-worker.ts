/**
 * What the decoder's worker runs, as plain text: so it is the same under tsx, vitest and a bundler, none of which would
 * find and translate a file for it alike. It answers once, and is ended by whoever started it.
 *
 * The ceiling stands where the decoder asks for memory: a header says what its picture needs, but headers lie.
 */
export const heicWorker = /* js */ `
const { parentPort, workerData } = require("node:worker_threads")
const { bytes, decoder, maxMemory } = workerData

let full = false
const { grow } = WebAssembly.Memory.prototype
WebAssembly.Memory.prototype.grow = function (pages) {
  full = this.buffer.byteLength + 65536 * pages > maxMemory
  if (full) throw new RangeError("out of memory")
  return grow.call(this, pages)
}

const heif = require(decoder)

function sound(result) {
  if (result && !result.code?.value) return result
  throw Object.assign(new Error(result?.message ?? "no answer"), { code: result?.code?.value })
}

async function decode() {
  const context = heif.heif_context_alloc()
  sound(heif.heif_context_read_from_memory(context, bytes))
  const handle = sound(heif.heif_js_context_get_primary_image_handle(context))
  const channels = heif.heif_image_handle_has_alpha_channel(handle) ? 4 : 3
  const chroma = channels === 4 ? heif.heif_chroma_interleaved_RGBA : heif.heif_chroma_interleaved_RGB
  const image = sound(await heif.heif_js_decode_image2(handle, heif.heif_colorspace_RGB, chroma))
  const { width, height, stride, data: rows } = image.channels[0]
  const data = rows.slice()
  const row = channels * width
  for (let y = 1; y < height && stride !== row; y++) data.copyWithin(y * row, y * stride, y * stride + row)
  const premultiplied = heif.heif_image_handle_is_premultiplied_alpha(handle) !== 0
  return { data: data.subarray(0, row * height), width, height, channels, premultiplied }
}

decode().then(
  (pixels) => parentPort.postMessage({ pixels }, [pixels.data.buffer]),
  ({ message, code }) => parentPort.postMessage({ fault: { message, code, full } }),
)
`
