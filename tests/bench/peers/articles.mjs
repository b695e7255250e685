/** {title, text} of each line of NDJSON. */
export function articlesOf(bytes) {
  const articles = [];
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    let end = bytes.indexOf(10, at);
    if (end < 0) end = bytes.length;
    if (end > at) {
      const { title = "", text = "" } = JSON.parse(decoder.decode(bytes.subarray(at, end)));
      articles.push({ title, text });
    }
    at = end + 1;
  }
  return articles;
}
