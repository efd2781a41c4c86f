import type { PhotoName } from "./photos"

export interface DemoPost {
  /** The handle of one of the people. */
  by: string
  photos: [PhotoName, ...PhotoName[]]
  en: string
  ja: string
  /** As they stand in the caption. */
  tags: string
  /** Why the photos are covered at first. */
  contentWarning?: string
}

/** The posts, oldest first: the last one stands first on the site. Neighbours differ in person, shape and colour. */
export const posts: DemoPost[] = [
  {
    by: "kitchen.window",
    photos: ["drum"],
    en: "The evening before anyone arrives.",
    ja: "まだ誰も来ていない、夜のはじまり。",
    tags: "#evening #夜",
  },
  {
    by: "rooflines",
    photos: ["colosseum"],
    en: "The lamps come on inside while the sky is still blue.",
    ja: "空がまだ青いうちに、内側の灯りがともります。",
    tags: "#architecture #bluehour #建築",
  },
  {
    by: "nohara",
    photos: ["dragonfly"],
    en: "The best twig was already taken.",
    ja: "いちばんいい枝には、もう先客がいました。",
    tags: "#insects #虫",
    contentWarning: "An insect, close up / 虫の大写し",
  },
  {
    by: "slow.shutter",
    photos: ["lamp-bird", "clock"],
    en: "Two things found by looking up indoors.",
    ja: "部屋の中で見上げて、見つけたものふたつ。",
    tags: "#indoors #室内",
  },
  {
    by: "kotoha",
    photos: ["bridge"],
    en: "Low tide, seen through the cables.",
    ja: "ケーブルごしに、引き潮の河口。",
    tags: "#water #architecture #水辺",
  },
  {
    by: "tern_and_wren",
    photos: ["otter"],
    en: "Out of the water for a minute, no longer.",
    ja: "水から上がるのは、ほんの一分だけ。",
    tags: "#wildlife #water #いきもの",
  },
  {
    by: "kitchen.window",
    photos: ["brushes"],
    en: "Nobody washed them, and we are glad.",
    ja: "誰も洗わなかったおかげで、この色です。",
    tags: "#colour #色",
  },
  {
    by: "yamamichi",
    photos: ["autumn-hill", "peaks", "stream", "sunset"],
    en: "Four stops: an autumn hill, a path, a stream, the last sun.",
    ja: "四つの立ち止まり。秋の丘、登り道、沢、最後の日差し。",
    tags: "#mountains #山",
  },
  {
    by: "slow.shutter",
    photos: ["ivy"],
    en: "After the rain there was just enough light for the edges.",
    ja: "雨のあと、残った光は縁をなぞるだけ。",
    tags: "#rain #night #雨",
  },
  {
    by: "tern_and_wren",
    photos: ["wren", "nuthatch"],
    en: "Two small birds who prefer to look at you from the side.",
    ja: "横顔で人を見る、小さな鳥たち。",
    tags: "#birds #鳥",
  },
  {
    by: "rooflines",
    photos: ["winter-roofs"],
    en: "Ten minutes of gold on a street that is cold all day.",
    ja: "一日じゅう寒い通りに、金色の十分間。",
    tags: "#city #winter #街",
  },
  {
    by: "nohara",
    photos: ["blue-flowers"],
    en: "Each one is smaller than a fingernail.",
    ja: "ひとつひとつは、爪より小さな花です。",
    tags: "#flowers #花",
  },
  {
    by: "kitchen.window",
    photos: ["spices"],
    en: "You can nearly smell this one.",
    ja: "香りまで届きそうな一枚。",
    tags: "#colour #market #色",
  },
  {
    by: "slow.shutter",
    photos: ["saturn"],
    en: "The farthest picture here: one of Cassini's last looks at Saturn.",
    ja: "ここでいちばん遠い一枚。カッシーニが旅の終わりに見た土星です。",
    tags: "#night #space #宇宙",
  },
  {
    by: "yamamichi",
    photos: ["dune", "dune-walkers"],
    en: "First the dune, then the people you missed. The second is a closer crop of the first.",
    ja: "まず砂丘、それから見落とした人たち。二枚目は一枚目を切り出したものです。",
    tags: "#desert #mountains #砂漠",
  },
  {
    by: "tern_and_wren",
    photos: ["two-dogs"],
    en: "The street's two most careful observers.",
    ja: "この通りで、いちばん熱心な見張り番。",
    tags: "#dogs #犬",
  },
  {
    by: "rooflines",
    photos: ["courtyard", "spiral"],
    en: "Two buildings that do not believe in corners.",
    ja: "角というものを信じない、ふたつの建物。",
    tags: "#architecture #建築",
  },
  {
    by: "kotoha",
    photos: ["lake"],
    en: "No wind yet. The lake keeps the mountains to itself.",
    ja: "まだ風のない時間。湖は山を抱えたままです。",
    tags: "#water #mountains #水辺",
  },
  {
    by: "nohara",
    photos: ["dandelions", "dandelion"],
    en: "A whole field of wishes, then just one of them: the second is a closer crop.",
    ja: "野原いっぱいの綿毛と、そのうちのひとつ。二枚目は近くを切り出したものです。",
    tags: "#flowers #evening #花",
  },
  {
    by: "tern_and_wren",
    photos: ["anhinga", "green-heron", "shrike"],
    en: "Three from Merritt Island: one drying, one waiting, one on watch.",
    ja: "メリット島から三羽。乾かすもの、待つもの、見張るもの。",
    tags: "#birds #鳥",
  },
  {
    by: "kitchen.window",
    photos: ["fig", "fig-close"],
    en: "Half a fig, one shadow, nothing else. The second is a closer crop.",
    ja: "いちじく半分と、影がひとつ。二枚目は近くを切り出したものです。",
    tags: "#table #colour #食卓",
  },
  {
    by: "yamamichi",
    photos: ["tea-gardens"],
    en: "The mist lifts row by row.",
    ja: "霧は、一列ずつ上がっていきます。",
    tags: "#mountains #mist #山",
  },
  {
    by: "tern_and_wren",
    photos: ["osprey"],
    en: "It had seen us long before we saw it.",
    ja: "こちらが気づくずっと前に、見られていました。",
    tags: "#birds #鳥",
  },
  {
    by: "kotoha",
    photos: ["skyline"],
    en: "The city writes its lights on the water and takes them back at dawn.",
    ja: "街は水に灯りを書き、夜明けにそっと消します。",
    tags: "#city #night #water #夜景",
  },
]
