// Invented articles for the tests of exports: quotes, line breaks, scripts, letters of other alphabets.
const kArticles = [
  {
    title: '=HYPERLINK("https://evil.example","Report, \'one\'")',
    date: "2025-06-30",
    source: "Field Post",
    url: "https://field.example/1",
    text:
      "Ukrainian forces liberated two settlements in the Sumy region, the General Staff said. " +
      '“We hold the bridge,” the brigade\'s spokesman said, adding that "three tanks" were destroyed near Pokrovsk.\n' +
      "Russia lost more than 1,200 troops over the past day, the General Staff said.",
  },
  {
    title: "Night of drones <b>over</b> Харків & Odesa",
    date: "2025-07-02",
    source: "Прикордонний вісник",
    url: "https://border.example/a?b=1&c={2}",
    text:
      "Russia launched 120 drones at Kharkiv overnight, Ukraine's air force said on Wednesday. " +
      "At least 7 people were killed and 31 wounded in Odesa, the governor said. " +
      "The Russian defence ministry said its forces had captured the village of Yunakivka. " +
      "The claim has not been independently verified.",
  },
  {
    title: "",
    source: "",
    text:
      "The mayor of Kherson said on Sunday that 40 homes had been damaged. " +
      "Ukrainian officials denied that the town of Vovchansk had fallen.",
  },
];

export const kExportArticles = kArticles.map((article) => JSON.stringify(article) + "\n").join("");
