// Reads the declarations of claimscope.d.ts, as far as that file uses the language, and holds values against them.

// Parts of `text` at a separator that stands in no bracket.
function splitAtTop(text, separator) {
  const parts = [""];
  let depth = 0;
  for (const c of text) {
    if ("{[(<".includes(c)) depth++;
    if ("}])>".includes(c)) depth--;
    if (c === separator && depth === 0) parts.push("");
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

// "a: X; b?: Y" as {a: {type: "X", optional: false}, ...}
function fieldsOf(body) {
  const fields = {};
  for (const line of splitAtTop(body, ";")) {
    const [, name, optional, type] = /^(\w+)(\?)?:\s*([\s\S]+)$/.exec(line) ?? [];
    if (!name) throw new Error(`claimscope.d.ts: "${line}" is not understood.`);
    fields[name] = { type: type.trim(), optional: optional === "?" };
  }
  return fields;
}

/** {types: {name: text}, methods: {name: {returns}}} of the declarations. */
export function readDeclarations(text) {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, "");
  const types = {};
  for (const [, name, type] of plain.matchAll(/export type (\w+) =\s*([^;]+);/g)) types[name] = type.trim();
  for (const [, name, parent, body] of plain.matchAll(/export interface (\w+)(?: extends (\w+))? (\{[\s\S]*?\n?\})(?=\n)/g)) {
    if (parent) throw new Error(`claimscope.d.ts: ${name} extends ${parent}, which is not understood.`);
    types[name] = body;
  }
  const methods = {};
  const [, body] = /export class Claimscope \{([\s\S]*?)\n\}/.exec(plain);
  for (const member of splitAtTop(body, ";")) {
    const method = /^(static )?(\w+)\(([\s\S]*)\):\s*([\s\S]+)$/.exec(member);
    const property = /^readonly (\w+): ([\s\S]+)$/.exec(member);
    if (method) methods[method[2]] = { isStatic: !!method[1], returns: method[4].trim() };
    else if (property) methods[property[1]] = { isProperty: true, returns: property[2].trim() };
  }
  return { types, methods };
}

/** The words that a type of string literals allows. */
export const wordsOf = (types, name) => splitAtTop(types[name] ?? name, "|").map((word) => JSON.parse(word));

/** What of the value does not agree with the type: one line each. */
export function disagreements(types, value, type, at = "value") {
  const text = type.trim();
  const tell = [`${at}: ${JSON.stringify(value)?.slice(0, 80)} is no ${text.slice(0, 60)}`];
  const choices = splitAtTop(text, "|");
  if (choices.length > 1) {
    const tried = choices.map((choice) => disagreements(types, value, choice, at));
    return tried.some((found) => found.length === 0) ? [] : tried.sort((a, b) => a.length - b.length)[0];
  }
  if (text in types) return disagreements(types, value, types[text], at);
  if (["string", "number", "boolean"].includes(text)) return typeof value === text ? [] : tell;
  if (text === "null") return value === null ? [] : tell;
  if (text.startsWith('"')) return value === JSON.parse(text) ? [] : tell;
  if (text.endsWith("[]")) {
    if (!Array.isArray(value)) return tell;
    return value.flatMap((item, i) => disagreements(types, item, text.slice(0, -2), `${at}[${i}]`));
  }
  if (text.startsWith("[")) {
    const items = splitAtTop(text.slice(1, -1), ",");
    if (!Array.isArray(value) || value.length !== items.length) return tell;
    return items.flatMap((item, i) => disagreements(types, value[i], item, `${at}[${i}]`));
  }
  if (typeof value !== "object" || value === null) return tell;
  const record = /^Record<string, (\w+)>$/.exec(text);
  if (record) return Object.entries(value).flatMap(([key, item]) => disagreements(types, item, record[1], `${at}.${key}`));
  if (!text.startsWith("{")) throw new Error(`claimscope.d.ts: the type "${text}" is not understood.`);
  const fields = fieldsOf(text.slice(1, -1));
  const found = Object.keys(value).filter((key) => !(key in fields)).map((key) => `${at}.${key} is not declared`);
  for (const [name, field] of Object.entries(fields)) {
    if (value[name] === undefined) found.push(...(field.optional ? [] : [`${at}.${name} is missing`]));
    else found.push(...disagreements(types, value[name], field.type, `${at}.${name}`));
  }
  return found;
}
