import type { MetadataRoute } from "next"
import { connection } from "next/server"
import { site } from "./_server/site"

/** What a phone needs to put the site on its home screen. The name is a setting, so it is asked each time. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection()
  return {
    name: site.name,
    short_name: site.name,
    id: "/",
    start_url: "/",
    display: "standalone",
    background_color: "#0f0f0f",
    theme_color: "#0f0f0f",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    // Photos shared on a phone open in compose; the service worker takes them: public/sw.js.
    share_target: {
      action: "/share",
      method: "POST",
      enctype: "multipart/form-data",
      params: { files: [{ name: "photos", accept: ["image/*"] }] },
    },
  }
}
