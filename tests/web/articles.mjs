// Invented articles in the style of scraped news, and bad files, for the tests of the page.

const kSource = "The Harbour Herald";

// Five articles of five days, about five regions.
const kDrafts = [
  {
    name: "sumy.txt",
    bytes: `Tuesday, April 1, 2025\n${kSource}\nHome News Sport\nVillages on the border of the Sumy region shelled\n
The head of the Sumy regional administration said that Russian forces had shelled three villages in the Sumy region on
Monday, killing two people and wounding five others. Ukraine's General Staff said its troops had destroyed four tanks
near Yunakivka. The claim could not be independently verified.\n`,
  },
  {
    name: "kharkiv.txt",
    bytes: `Monday, April 14, 2025\n${kSource}\nDrones over Kharkiv\n
Ukraine's air force said it had shot down 31 of 40 drones launched against the Kharkiv region overnight. Officials in
Kharkiv said that 12 people had been wounded. Russia's Defence Ministry said its forces had captured the village of
Lyptsi in the Kharkiv region. Ukraine denied this.\n`,
  },
  {
    name: "donetsk.txt",
    bytes: `Friday, May 2, 2025\n${kSource}\nFighting near Pokrovsk\n
Russia's Defence Ministry said on Friday that its forces had advanced up to 3 km near Pokrovsk in the Donetsk region and
had taken control of one settlement. A spokesman for Ukraine's army said Russian troops had lost more than 200 people
killed there in the past day. The Institute for Frontier Studies, a think tank, said neither claim was confirmed.\n`,
  },
  {
    name: "kursk.txt",
    bytes: `Saturday, May 17, 2025\n${kSource}\nCalm and drones in Kursk\n
The acting governor of Russia's Kursk region said that 9 drones had been destroyed over the region on Saturday and that
one man had been wounded. Ukraine's army said it had struck an ammunition depot in the Kursk region.\n`,
  },
  {
    name: "kherson.txt",
    bytes: `Sunday, June 8, 2025\n${kSource}\nShells on Kherson\n
Russian troops shelled Kherson 14 times on Sunday, killing one person, the head of the Kherson regional administration
said. Ukraine's navy said that it had sunk two boats near the left bank of the Dnipro in the Kherson region.\n`,
  },
];

// Paragraphs are one line each, as in a scraped page; above they are broken to be read.
export const kArticles = kDrafts.map(({ name, bytes }) => {
  const [head, ...paragraphs] = bytes.trim().split("\n\n");
  return {
    name,
    bytes: [head, ...paragraphs.map((text) => text.replaceAll("\n", " "))].join("\n\n"),
  };
});

/** Lines of NDJSON; every one for which broken(i) is true is cut off in its middle. */
export function ndjson(count, broken = () => false) {
  const lines = [];
  for (let i = 0; i < count; i++) {
    const day = String(1 + (i % 28)).padStart(2, "0");
    const text =
      `Ukraine's air force said on the ${i + 1}th day that it had shot down ${(i % 60) + 1} drones over the Odesa ` +
      `region. Officials said ${(i % 7) + 1} people had been wounded.`;
    const line = JSON.stringify({
      title: `Report ${i}`,
      date: `2025-03-${day}`,
      source: kSource,
      text,
    });
    lines.push(broken(i) ? line.slice(0, line.length / 2) : line);
  }
  return lines.join("\n") + "\n";
}

/** The first bytes of a picture, in the name of which nobody would guess it. */
export const kPicture = {
  name: "articles.json",
  bytes: [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
  ],
};

/** A good article with bytes in it that are not UTF-8. */
export const kMangled = {
  name: "mangled.txt",
  bytes: [...Buffer.from(kArticles[0].bytes), 0xff, 0xfe, 0xc3, 0x28, 0x0a],
};
