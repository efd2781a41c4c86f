import type { PhotoName } from "./photos"

export interface DemoPerson {
  handle: string
  name: string
  bio: string
  /** A photograph of one of their posts, cropped around a point. Only such as need no credit beside them. */
  avatar: { photo: PhotoName; x: number; y: number }
}

/** Invented people. They collect photographs by others, with credit, and never claim one as their own. */
export const people: DemoPerson[] = [
  {
    handle: "kotoha",
    name: "小瀬ことは",
    bio: "水と、そこに映る光。自由に使える写真から選んで飾っています（撮影者は各投稿に）。",
    avatar: { photo: "skyline", x: 0.56, y: 0.5 },
  },
  {
    handle: "tern_and_wren",
    name: "Wilma Terngate",
    bio: "Birds and other neighbours, by photographers more patient than me. Names are in every post.",
    avatar: { photo: "wren", x: 0.5, y: 0.3 },
  },
  {
    handle: "rooflines",
    name: "Odell Marrowby",
    bio: "Buildings and the sky between them. A collection of free photographs, none of them mine.",
    avatar: { photo: "courtyard", x: 0.5, y: 0.5 },
  },
  {
    handle: "yamamichi",
    name: "遠矢わたる",
    bio: "山道、尾根、風のある場所。ほかの方が撮った自由な写真を集めています。",
    avatar: { photo: "dune", x: 0.4, y: 0.5 },
  },
  {
    handle: "kitchen.window",
    name: "Petra Lindqvale",
    bio: "Colour on tables. I choose, others took the photos: see the credit under each.",
    avatar: { photo: "spices", x: 0.42, y: 0.5 },
  },
  {
    handle: "nohara",
    name: "野沢みくり",
    bio: "足もとの草花と虫。しゃがんで撮られた写真が好きです。撮影者名をかならず添えます。",
    avatar: { photo: "dandelion", x: 0.5, y: 0.15 },
  },
  {
    handle: "slow.shutter",
    name: "Ines Calloway-Ueda",
    bio: "Night, rain and rooms with one lamp. 夜と雨と、灯りひとつの部屋。Curated, with credit.",
    avatar: { photo: "saturn", x: 0.5, y: 0.5 },
  },
]
