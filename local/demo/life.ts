import type { PhotoName } from "./photos"

/** Whom each follows: nobody follows everybody, so that there is somebody left to suggest. */
export const follows: Record<string, string[]> = {
  kotoha: ["yamamichi", "nohara", "slow.shutter", "rooflines"],
  tern_and_wren: ["nohara", "yamamichi", "kitchen.window"],
  rooflines: ["kotoha", "slow.shutter"],
  yamamichi: ["kotoha", "tern_and_wren", "nohara"],
  "kitchen.window": ["slow.shutter", "nohara", "tern_and_wren"],
  nohara: ["tern_and_wren", "kotoha", "kitchen.window"],
  "slow.shutter": ["kotoha", "rooflines", "kitchen.window"],
}

/** The tag that each follows: what they do not post themselves. */
export const followedTags: Record<string, string> = {
  kotoha: "鳥",
  tern_and_wren: "flowers",
  rooflines: "mountains",
  yamamichi: "水辺",
  "kitchen.window": "night",
  nohara: "色",
  "slow.shutter": "water",
}

/** Who likes a post, by its first photo. */
export const likes: Partial<Record<PhotoName, string[]>> = {
  drum: ["slow.shutter", "rooflines"],
  colosseum: ["slow.shutter", "kotoha", "kitchen.window"],
  dragonfly: ["tern_and_wren", "yamamichi"],
  "lamp-bird": ["tern_and_wren", "kitchen.window", "rooflines"],
  bridge: ["rooflines", "slow.shutter"],
  otter: ["nohara", "kotoha", "slow.shutter", "yamamichi"],
  brushes: ["nohara", "slow.shutter"],
  "autumn-hill": ["kotoha", "nohara", "tern_and_wren"],
  ivy: ["nohara", "kotoha"],
  wren: ["nohara", "rooflines", "yamamichi"],
  "winter-roofs": ["slow.shutter", "kotoha"],
  "blue-flowers": ["kotoha", "kitchen.window", "tern_and_wren"],
  spices: ["yamamichi", "nohara", "slow.shutter"],
  saturn: ["kotoha", "tern_and_wren", "rooflines", "yamamichi"],
  dune: ["kotoha", "rooflines", "nohara", "kitchen.window"],
  "two-dogs": ["kitchen.window", "nohara", "rooflines"],
  courtyard: ["slow.shutter", "kotoha"],
  lake: ["yamamichi", "rooflines", "slow.shutter"],
  dandelions: ["tern_and_wren", "kotoha", "kitchen.window", "yamamichi"],
  anhinga: ["yamamichi", "nohara", "rooflines"],
  fig: ["slow.shutter", "nohara", "kotoha"],
  "tea-gardens": ["kotoha", "kitchen.window", "slow.shutter", "nohara", "tern_and_wren"],
  osprey: ["yamamichi", "nohara", "kitchen.window"],
  skyline: ["rooflines", "slow.shutter", "yamamichi", "nohara", "tern_and_wren"],
}

/** Who keeps a post for themselves, by its first photo. */
export const saves: Partial<Record<PhotoName, string[]>> = {
  skyline: ["slow.shutter", "rooflines"],
  osprey: ["yamamichi"],
  "tea-gardens": ["kotoha", "kitchen.window"],
  fig: ["nohara"],
  dandelions: ["kotoha", "tern_and_wren"],
  lake: ["yamamichi", "rooflines"],
  courtyard: ["kotoha"],
  dune: ["kitchen.window"],
  saturn: ["rooflines", "kotoha"],
  wren: ["nohara"],
  "lamp-bird": ["kitchen.window"],
}
