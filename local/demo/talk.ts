import type { PhotoName } from "./photos"

export interface DemoWords {
  /** The handle of one of the people. */
  by: string
  text: string
  likedBy?: string[]
}
export interface DemoComment extends DemoWords {
  replies?: DemoWords[]
}

/** What is said under a post, by its first photo; each in their own language, the oldest first. */
export const talk: Partial<Record<PhotoName, DemoComment[]>> = {
  "lamp-bird": [
    {
      by: "kitchen.window",
      text: "I want both of these in my kitchen. The bird first.",
      likedBy: ["slow.shutter"],
    },
  ],
  otter: [
    {
      by: "nohara",
      text: "ひげの先まで、ちゃんと日なたを楽しんでいますね。",
      likedBy: ["tern_and_wren", "kotoha"],
    },
    { by: "slow.shutter", text: "A minute is all any of us get on a good rock." },
  ],
  wren: [
    { by: "nohara", text: "横顔だと、くちばしの長さがよくわかります。" },
    {
      by: "rooflines",
      text: "The nuthatch hangs the way I draw: upside down until it works.",
      likedBy: ["tern_and_wren"],
    },
  ],
  "blue-flowers": [
    {
      by: "kotoha",
      text: "一輪だけにピントが合っていて、名前を呼ばれたみたいです。",
      likedBy: ["nohara"],
      replies: [{ by: "nohara", text: "小さな花ほど、呼ばれるのを待っている気がします。" }],
    },
  ],
  spices: [{ by: "yamamichi", text: "市場の朝の匂いがします。旅に出たくなりました。" }],
  saturn: [
    {
      by: "kotoha",
      text: "光はこんなに細いのに、いちばん遠くまで届いた一枚ですね。",
      likedBy: ["slow.shutter", "yamamichi"],
    },
    {
      by: "tern_and_wren",
      text: "Nothing with feathers in it, and I still like it very much.",
      replies: [{ by: "slow.shutter", text: "The highest praise there is. Thank you, @tern_and_wren." }],
    },
  ],
  dune: [
    { by: "rooflines", text: "It took me a while to find the six people, and then I felt very small too." },
    { by: "nohara", text: "砂が煙のように流れていますね。音まで聞こえそうです。", likedBy: ["yamamichi"] },
  ],
  "two-dogs": [
    { by: "kitchen.window", text: "The upper one is clearly the supervisor.", likedBy: ["tern_and_wren"] },
    {
      by: "nohara",
      text: "うちの前にも、こういう当番の方がいてほしいです。",
      replies: [{ by: "tern_and_wren", text: "They are available from breakfast until the post has come." }],
    },
  ],
  courtyard: [
    {
      by: "slow.shutter",
      text: "I counted the windows twice and got two numbers.",
      replies: [
        { by: "rooflines", text: "Then you have counted once more than I have.", likedBy: ["slow.shutter"] },
      ],
    },
    { by: "kotoha", text: "見上げているのに、井戸をのぞいているみたいです。", likedBy: ["rooflines"] },
  ],
  lake: [
    {
      by: "yamamichi",
      text: "風が起きる前のこの時間のために、早起きする価値がありますね。",
      likedBy: ["kotoha"],
    },
    {
      by: "rooflines",
      text: "The only skyline here that nobody planned. It did well.",
      replies: [
        {
          by: "kotoha",
          text: "設計者のいない線が、いちばん見飽きないのかもしれません。",
          likedBy: ["rooflines"],
        },
      ],
    },
  ],
  dandelions: [
    {
      by: "tern_and_wren",
      text: "My finches would empty this field in an afternoon, @nohara. I would let them.",
      likedBy: ["nohara", "kitchen.window"],
      replies: [
        {
          by: "nohara",
          text: "どうぞどうぞ。半分は風に残しておいてくださいね。",
          likedBy: ["tern_and_wren"],
        },
      ],
    },
    {
      by: "kotoha",
      text: "思わず息を止めて見ていました。ひとつでも飛んでしまったら、もったいなくて。",
      likedBy: ["nohara"],
    },
    { by: "kitchen.window", text: "The light through the second one looks good enough to eat." },
  ],
  anhinga: [
    {
      by: "yamamichi",
      text: "羽を乾かす姿、洗濯物みたいで親しみがわきます。",
      replies: [{ by: "tern_and_wren", text: "Laundry day it is. It holds that pose longer than I could." }],
    },
    {
      by: "rooflines",
      text: "The heron has the patience of a cathedral.",
      likedBy: ["tern_and_wren", "yamamichi"],
    },
  ],
  fig: [
    {
      by: "slow.shutter",
      text: "One hard shadow and nothing to explain it. Just right.",
      likedBy: ["kitchen.window"],
    },
    {
      by: "nohara",
      text: "いちじくの中身は花だと知ってから、見るたびに少しうれしくなります。",
      likedBy: ["kitchen.window", "kotoha"],
      replies: [
        {
          by: "kitchen.window",
          text: "A flower turned outside in! I will never cut one carelessly again.",
          likedBy: ["nohara"],
        },
      ],
    },
  ],
  "tea-gardens": [
    {
      by: "kitchen.window",
      text: "So this is where my mornings come from. @slow.shutter, you have to see this green.",
      likedBy: ["yamamichi"],
      replies: [
        { by: "slow.shutter", text: "Seen, and now I want a cup. Thank you!", likedBy: ["kitchen.window"] },
        {
          by: "yamamichi",
          text: "霧が晴れるまで、ちょうど一杯分の時間でしょうか。",
          likedBy: ["slow.shutter"],
        },
      ],
    },
    { by: "kotoha", text: "ずっと見ていると、緑の列が波に見えてきました。", likedBy: ["yamamichi"] },
  ],
  osprey: [
    { by: "yamamichi", text: "肩ごしの目に、思わず背すじが伸びました。", likedBy: ["tern_and_wren"] },
    {
      by: "kitchen.window",
      text: "I feel I should apologise for interrupting.",
      replies: [
        { by: "tern_and_wren", text: "Everyone does. It accepts fish.", likedBy: ["kitchen.window"] },
      ],
    },
  ],
  skyline: [
    {
      by: "rooflines",
      text: "I keep looking for the line where the water starts. It hides it well.",
      likedBy: ["kotoha", "slow.shutter"],
      replies: [
        {
          by: "kotoha",
          text: "五分眺めても、まだ見つかりません。一緒に探してください、@slow.shutterさん。",
          likedBy: ["rooflines"],
        },
      ],
    },
    {
      by: "slow.shutter",
      text: "Long exposure at its kindest. 水の上の色、しばらく消えないでほしいですね。",
    },
    {
      by: "yamamichi",
      text: "山にいると、街の灯りが恋しくなる夜があります。",
      likedBy: ["kotoha"],
      replies: [{ by: "kotoha", text: "星の数では、そちらにかないませんけれど。", likedBy: ["yamamichi"] }],
    },
  ],
}
