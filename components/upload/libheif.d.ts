/** The part of the package that is used here; it comes without types. */
declare module "libheif-js/libheif-wasm/libheif-bundle.mjs" {
  type Pixels = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }
  type HeifImage = {
    get_width(): number
    get_height(): number
    is_primary(): boolean
    /** Fills `into` with RGBA and hands it back; null when that fails. */
    display(into: Pixels, done: (pixels: Pixels | null) => void): void
    free(): void
  }
  type Libheif = { HeifDecoder: new () => { decode(file: Uint8Array): HeifImage[] } }
  export default function load(): Libheif
}
