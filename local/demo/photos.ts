export interface DemoPhoto {
  author: string
  licence: "CC0 1.0" | "CC BY 4.0" | "CC BY-SA 4.0" | "CC BY-SA 3.0" | "Public domain"
  /** Whether the file shows a part of the photograph: the credit says so. */
  cropped?: true
  /** English and Japanese in one text. */
  altText: string
}

/** Every photograph in photos/, by file name without ".jpg". photos/CREDITS.md says where each comes from. */
export const photos = {
  anhinga: {
    author: "Campbell Jones",
    licence: "CC0 1.0",
    cropped: true,
    altText:
      "An anhinga on top of a green bush, wings half open to dry, neck stretched and bill pointing up into the sun. / 緑の茂みの上で、羽を半分ひろげて乾かすアメリカヘビウ。首を伸ばし、くちばしを太陽へ向けている。",
  },
  "autumn-hill": {
    author: "Aitzol Berasategi",
    licence: "CC BY 4.0",
    altText:
      "A bright green meadow in front of rust-coloured trees, with a grey limestone mountain behind them under a pale sky. / 鮮やかな緑の草地の向こうに、赤茶に色づいた林。淡い空の下、灰色の岩山がそびえる。",
  },
  "blue-flowers": {
    author: "Noah Silliman",
    licence: "CC0 1.0",
    altText:
      "Clusters of small sky-blue flowers with yellow centres, one stem sharp, the rest soft against dark leaves. / 中心の黄色い、空色の小さな花の群れ。一本だけにピントが合い、ほかは暗い葉の中にやわらかくぼけている。",
  },
  bridge: {
    author: "Sander Klootwijk",
    licence: "CC BY-SA 4.0",
    altText:
      "White bridge cables cross in front of a wide blue sky; far below lies a flat, sandy estuary. / 広い青空の前で交差する、橋の白いケーブル。はるか下には平らな砂地の河口が広がる。",
  },
  brushes: {
    author: 'Trevor "Freespace"',
    licence: "CC BY 4.0",
    altText:
      "Well-used paint brushes standing close together, their bristles stiff with blue, turquoise, magenta and yellow-green paint. / 寄せて立てられた使い込んだ絵筆。青、ターコイズ、マゼンタ、黄緑の絵の具が毛先にかたまっている。",
  },
  clock: {
    author: "Peter Nerlich",
    licence: "CC BY-SA 4.0",
    altText:
      "A pale wall clock seen from below at a slant; a yellow-green glow shines through its cut-out numerals onto the wall. / 斜め下から見上げた淡い色の壁時計。切り抜かれた数字と縁から、黄緑の光が壁にもれている。",
  },
  colosseum: {
    author: "Bence Boros",
    licence: "CC0 1.0",
    altText:
      "The outer wall of the Colosseum from below, its arches lit amber from inside against a blue-green sky with thin cloud. / 見上げたコロッセオの外壁。アーチの内側が琥珀色に灯り、薄い雲のかかる青緑の空に浮かぶ。",
  },
  courtyard: {
    author: "Alexandre Perotto",
    licence: "CC0 1.0",
    cropped: true,
    altText:
      "Looking straight up from the courtyard of Casa Milà: rings of windows glow orange around a white, egg-shaped opening of sky. / カサ・ミラの中庭から真上を見上げる。橙色に光る窓の輪が、白い卵形の空を囲んでいる。",
  },
  dandelion: {
    author: "Clemens Engelhardt",
    licence: "CC0 1.0",
    cropped: true,
    altText:
      "One dandelion clock fills the upper half of the frame, every seed rimmed with low sunlight. / 画面の上半分を占める、たんぽぽの綿毛ひとつ。種の一本一本が低い日差しに縁どられている。",
  },
  dandelions: {
    author: "Clemens Engelhardt",
    licence: "CC0 1.0",
    altText:
      "A field of dandelion clocks at sunset, one large and sharp on the left, dozens more fading into golden grass. / 夕暮れの綿毛の野原。左に大きくはっきりと一つ、その奥にいくつもが金色の草にとけていく。",
  },
  dragonfly: {
    author: "Bolly",
    licence: "CC BY-SA 4.0",
    cropped: true,
    altText:
      "A yellow-green dragonfly rests on the tip of a dry twig, clear wings spread, with leaves and deep blue sky behind. / 枯れ枝の先にとまる黄緑のトンボ。透明な羽をひろげ、背後には葉と濃い青空。",
  },
  drum: {
    author: "Jakub Mede",
    licence: "CC BY 4.0",
    altText:
      "A goblet drum lies on a beige bean bag; behind it, a table made of pallets with a wine bottle, a glass and a coffee grinder in warm light. / ベージュのビーズクッションに置かれたジャンベ。奥のパレット製の机には、ワインの瓶とグラスとコーヒーミル。",
  },
  dune: {
    author: "Luca Zanon",
    licence: "CC0 1.0",
    altText:
      "Wind blows sand off the crest of a huge orange dune; six hikers stand small on its lower ridge under a hazy blue sky. / 大きな橙色の砂丘の頂から、風が砂を吹き飛ばす。かすんだ青空の下、低い尾根に六人が小さく立つ。",
  },
  "dune-walkers": {
    author: "Luca Zanon",
    licence: "CC0 1.0",
    cropped: true,
    altText:
      "Closer: six hikers with backpacks in a line on the sand, their shadows short, the dune wall rising orange behind them. / 近くから。リュックを背負った六人が砂の上に並び、影は短い。背後に橙色の砂の斜面がせり上がる。",
  },
  fig: {
    author: 'Trevor "Freespace"',
    licence: "CC BY 4.0",
    altText:
      "Half a fig in a leaf-shaped red bowl on grey concrete, with one hard black shadow behind the bowl. / 灰色のコンクリートに置かれた、葉の形の赤い器と半分のいちじく。器の後ろに濃い影がひとつ。",
  },
  "fig-close": {
    author: 'Trevor "Freespace"',
    licence: "CC BY 4.0",
    cropped: true,
    altText:
      "The cut face of the fig up close: a white rim around crimson flesh full of tiny seeds, on red lacquer. / いちじくの切り口。白い縁の内側に、小さな種の詰まった深紅の果肉。下は赤い塗りの器。",
  },
  "green-heron": {
    author: "Campbell Jones",
    licence: "CC0 1.0",
    cropped: true,
    altText:
      "A green heron with a chestnut neck and yellow eye stands still on a leafy bush above blurred water. / 栗色の首と黄色い目のアメリカササゴイ。ぼけた水面を背に、葉の茂みの上でじっと立っている。",
  },
  ivy: {
    author: "Garrett LeSage",
    licence: "CC BY-SA 3.0",
    altText:
      "Ivy leaves hang from the top of the frame like dark bats, beaded with rain, the rest of the picture black. / 画面の上から黒い翼のように垂れる蔦の葉。雨粒が光り、あとは闇。",
  },
  lake: {
    author: "Jacob W. Frank, National Park Service",
    licence: "Public domain",
    cropped: true,
    altText:
      "A long row of snow-streaked mountains above a dark forest shore and the still water of Lake Sherburne. / 雪の筋を残した山々が横に連なる。その下に暗い森の岸と、静かなシャーバーン湖の水面。",
  },
  "lamp-bird": {
    author: "Peter Nerlich",
    licence: "CC BY-SA 4.0",
    altText:
      "A small carved green bird with open wings hangs among round white lamps, as if flying through a grey room. / 丸い白い照明のあいだに吊られた、羽をひろげた木彫りの緑の小鳥。灰色の部屋を飛んでいるように見える。",
  },
  nuthatch: {
    author: "Lukas Baubkus",
    licence: "CC BY-SA 3.0",
    cropped: true,
    altText:
      "A nuthatch comes head first down the rough bark of a tree and looks sideways out over white, blurred ground. / ざらざらした幹を頭から下りてくるゴジュウカラ。白くぼけた地面のほうへ、横を向いている。",
  },
  osprey: {
    author: "National Park Service",
    licence: "Public domain",
    cropped: true,
    altText:
      "An osprey with a white breast and dark wings perches on a bare branch among pines and looks over its shoulder. / 白い胸と濃い色の翼のミサゴ。松に囲まれた枯れ枝にとまり、肩ごしに見ている。",
  },
  otter: {
    author: "Derrick Coetzee",
    licence: "CC0 1.0",
    cropped: true,
    altText:
      "A wet river otter lies on a sunlit rock with its head up, whiskers out, dark green water behind it. / 日なたの岩に伏せて頭を上げる、濡れたカワウソ。ひげがぴんと張り、背後は深緑の水。",
  },
  peaks: {
    author: "Aitzol Berasategi",
    licence: "CC BY 4.0",
    altText:
      "A worn brown path climbs a grassy slope toward grey peaks with patches of snow and one bright cloud. / 草の斜面を登る踏みならされた茶色の道。その先に、雪を残す灰色の峰と、明るい雲がひとつ。",
  },
  saturn: {
    author: "NASA/JPL-Caltech/Space Science Institute, edited by Julius Enriquez",
    licence: "Public domain",
    altText:
      "Saturn and its rings from the Cassini spacecraft: a thin crescent of light on the globe, its shadow cutting the rings, black all around. / 探査機カッシーニが見た土星と環。球の縁だけが明るく、影が環を断ち、まわりは漆黒。",
  },
  shrike: {
    author: "Campbell Jones",
    licence: "CC0 1.0",
    cropped: true,
    altText:
      "A grey shrike with a black mask sits on one of many thin bare twigs against a plain blue sky. / 黒い過眼線のある灰色のモズ。何本も伸びる細い枯れ枝のひとつにとまり、背景は青一色の空。",
  },
  skyline: {
    author: "Romain Guy",
    licence: "CC0 1.0",
    altText:
      "Singapore's towers at dusk under pink cloud, their lights drawn out into long coloured bands on smooth water. / 夕暮れのシンガポールの高層ビル群。桃色の雲の下、灯りがなめらかな水面に色の帯となって伸びる。",
  },
  spices: {
    author: "Julius Enriquez",
    licence: "CC0 1.0",
    altText:
      "Market bowls heaped with dried petals, seeds and spices in red, orange, black, blue and white, packed edge to edge. / 市場の器に山盛りの花びら、種、香辛料。赤、橙、黒、青、白がすき間なく並ぶ。",
  },
  spiral: {
    author: "Samuel Zeller",
    licence: "CC0 1.0",
    altText:
      "Black and white: overlapping metal panels of a façade sweep down in a curve, bright at the top, nearly black below. / 白黒。重なり合う金属板の外壁が、弧を描いて流れ落ちる。上は明るく、下はほとんど闇。",
  },
  stream: {
    author: "Aitzol Berasategi",
    licence: "CC BY 4.0",
    altText:
      "A small stream steps down over pale rocks through a green wood, breaking white at each ledge. / 緑の林の中、白っぽい岩を段々に下る小さな流れ。段ごとに水が白く砕ける。",
  },
  sunset: {
    author: "Aitzol Berasategi",
    licence: "CC BY 4.0",
    altText:
      "The sun touches a line of far hills; on the frosted grass in front stands a round stone viewpoint table. / 遠い山並みに触れる太陽。手前の霜の残る草地に、丸い石の展望盤が立つ。",
  },
  "tea-gardens": {
    author: "Vivek Kumar",
    licence: "CC0 1.0",
    altText:
      "Rounded rows of tea bushes cover green hills in Munnar, rising into bright mist. / ムンナールの丘を覆う、丸く刈られた茶畑の列。明るい霧の中へのぼっていく。",
  },
  "two-dogs": {
    author: "Aitzol Berasategi",
    licence: "CC BY 4.0",
    altText:
      "Two brown spaniels lean out of a window of a white wooden house, one above the other, watching the street. / 白い木の家の窓から、上下に並んで身を乗り出す二匹の茶色いスパニエル。通りを見ている。",
  },
  "winter-roofs": {
    author: "Matthew Landers",
    licence: "CC0 1.0",
    altText:
      "Low sun floods a Boston street from the right; snow lies on flat brick roofs and steam rises over the skyline. / 右から低い日差しがボストンの通りに満ちる。煉瓦の平屋根には雪、街並みの上に湯気がのぼる。",
  },
  wren: {
    author: "Brad Sutton, National Park Service",
    licence: "Public domain",
    cropped: true,
    altText:
      "A canyon wren looks out from behind a boulder, long bill in profile against a pale grey sky. / 岩の陰から顔を出すムナジロミソサザイ。長いくちばしの横顔が、淡い灰色の空に映る。",
  },
} as const satisfies Record<string, DemoPhoto>

export type PhotoName = keyof typeof photos
