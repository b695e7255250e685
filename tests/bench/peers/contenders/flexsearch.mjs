// No positions: no phrases. Its ranking is not BM25.
import { Document } from "flexsearch";

export async function create(env) {
  const articles = (await env.articles()).map(({ title, text }, id) => ({ id, body: `${title} ${text}` }));
  let index;
  return {
    build() {
      index = new Document({ tokenize: "strict", document: { id: "id", index: ["body"] } });
      for (const article of articles) index.add(article);
      return articles.length;
    },
    cannot: ({ is }) => is !== "term" && is !== "and",
    find: ({ words }) => index.search(words.join(" "), { limit: articles.length })[0]?.result.length ?? 0,
  };
}
