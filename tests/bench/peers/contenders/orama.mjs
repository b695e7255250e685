// No positions: no phrases. A word finds words that begin so too, unless `exact`.
import { create as createOrama, insert, search } from "@orama/orama";

export async function create(env) {
  const articles = (await env.articles()).map(({ title, text }) => ({ title, text }));
  let db;
  const ask = ({ is, words }, limit) =>
    search(db, { term: words.join(" "), properties: ["title", "text"], boost: { title: 4 }, threshold: 0, limit, tolerance: 0, exact: is !== "prefix" });
  return {
    async build() {
      db = createOrama({ schema: { title: "string", text: "string" } });
      for (const article of articles) {
        const added = insert(db, article);
        if (added instanceof Promise) await added;
      }
      return articles.length;
    },
    cannot: ({ is }) => is === "phrase" || is === "near",
    find: async (question) => (await ask(question, 1)).count,
    best: async (question) => (await ask(question, 10)).hits.length,
  };
}
