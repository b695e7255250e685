// SQLite's FTS5 with positions, without a copy of the text.
import init from "@sqlite.org/sqlite-wasm";

const kMatch = {
  term: ([word]) => word,
  and: (words) => words.join(" "),
  phrase: (words) => `"${words.join(" ")}"`,
  prefix: ([word]) => `${word}*`,
  near: (words) => `NEAR(${words.join(" ")}, 4)`,
};

export async function create(env) {
  const sqlite = await init({ print() {}, printErr() {}, locateFile: (file) => env.peerFile(`@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/${file}`) });
  const articles = await env.articles();
  let db;
  return {
    build() {
      db?.close();
      db = new sqlite.oo1.DB(":memory:");
      db.exec("create virtual table t using fts5(title, text, content='')");
      db.exec("begin");
      const insert = db.prepare("insert into t(rowid, title, text) values (?, ?, ?)");
      articles.forEach(({ title, text }, i) => insert.bind([i + 1, title, text]).stepReset());
      insert.finalize();
      db.exec("commit");
      return articles.length;
    },
    ready: () => db.exec("insert into t(t) values('optimize')"),
    indexBytes: () => db.selectValue("select sum(length(block)) from t_data"),
    prepare: (question, best) =>
      db.prepare(best ? "select rowid from t where t match ? order by bm25(t, 4.0, 1.0) limit 10" : "select count(*) from t where t match ?"),
    find({ is, words }, select) {
      select.bind([kMatch[is](words)]).step();
      const count = select.getInt(0);
      select.reset();
      return count;
    },
    best({ is, words }, select) {
      select.bind([kMatch[is](words)]);
      let rows = 0;
      while (select.step()) rows += select.getInt(0) > 0 ? 1 : 0;
      select.reset();
      return rows;
    },
  };
}
