import type { Camera } from "@/core/image/camera.schema"

/** "NIKON D750": the model, and before it the maker, where the model does not begin with its name already. */
export function cameraName({ make, model }: Pick<Camera, "make" | "model">): string | undefined {
  if (!make || !model) return model ?? make
  const [maker = ""] = make.split(/[\s,]/)
  return model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${make} ${model}`
}
