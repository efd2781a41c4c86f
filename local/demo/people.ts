export interface DemoPerson {
  handle: string
  name: string
  bio: string
}

/** Invented people. They collect photographs by others, with credit, and never claim one as their own. */
export const people: DemoPerson[] = [
  {
    handle: "kotoha",
    name: "小瀬ことは",
    bio: "水と、そこに映る光。自由に使える写真から選んで飾っています（撮影者は各投稿に）。",
  },
  {
    handle: "tern_and_wren",
    name: "Wilma Terngate",
    bio: "Birds and other neighbours, by photographers more patient than me. Names are in every post.",
  },
  {
    handle: "rooflines",
    name: "Odell Marrowby",
    bio: "Buildings and the sky between them. A collection of free photographs, none of them mine.",
  },
  {
    handle: "yamamichi",
    name: "遠矢わたる",
    bio: "山道、尾根、風のある場所。ほかの方が撮った自由な写真を集めています。",
  },
  {
    handle: "kitchen.window",
    name: "Petra Lindqvale",
    bio: "Colour on tables. I choose, others took the photos: see the credit under each.",
  },
  {
    handle: "nohara",
    name: "野沢みくり",
    bio: "足もとの草花と虫。しゃがんで撮られた写真が好きです。撮影者名をかならず添えます。",
  },
  {
    handle: "slow.shutter",
    name: "Ines Calloway-Ueda",
    bio: "Night, rain and rooms with one lamp. 夜と雨と、灯りひとつの部屋。Curated, with credit.",
  },
]
