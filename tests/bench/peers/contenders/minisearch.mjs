// No positions: no phrases.
import MiniSearch from "minisearch";

export async function create(env) {
  const articles = (await env.articles()).map(({ title, text }, id) => ({ id, title, text }));
  let mini;
  const search = ({ is, words }) => mini.search(words.join(" "), { combineWith: "AND", boost: { title: 4 }, prefix: is === "prefix" });
  return {
    build() {
      mini = new MiniSearch({ fields: ["title", "text"] });
      mini.addAll(articles);
      return articles.length;
    },
    cannot: ({ is }) => is === "phrase" || is === "near",
    find: (question) => search(question).length,
    best: (question) => search(question).slice(0, 10).length,
  };
}
