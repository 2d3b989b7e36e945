/** Lines of generated code are broken where they would become longer than this. */
export const LINE_WIDTH = 100;

/**
 * Prints plain data (scalars, arrays, objects) as a TypeScript literal: on one line where it fits into `width`,
 * else one item per line. Lists of several objects take a line for each, as Prettier has them.
 */
export function literal(value: unknown, indent = 0, width: number = LINE_WIDTH - indent): string {
  const inline = inlineLiteral(value);
  if (inline !== null && inline.length <= width) return inline;
  if (Array.isArray(value))
    return block(
      "[",
      value.map((item) => literal(item, indent + 2)),
      "]",
      indent,
    );
  if (typeof value === "object" && value !== null)
    return block("{", properties(value, indent + 2), "}", indent);
  return scalar(value);
}

/** The literal on one line; null where it must be broken whatever its length. */
function inlineLiteral(value: unknown): string | null {
  if (Array.isArray(value)) {
    if (value.length > 1 && value.every(hasSeveralKeys)) return null;
    const items = value.map(inlineLiteral);
    return items.includes(null) ? null : `[${items.join(", ")}]`;
  }
  if (typeof value !== "object" || value === null) return scalar(value);
  const parts = Object.entries(value).map(([key, item]) => [propertyName(key), inlineLiteral(item)] as const);
  if (parts.some(([, text]) => text === null)) return null;
  return parts.length === 0 ? "{}" : `{ ${parts.map(([key, text]) => `${key}: ${text}`).join(", ")} }`;
}

function hasSeveralKeys(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 1;
}

function properties(value: object, indent: number): readonly string[] {
  return Object.entries(value).map(([key, item]) => {
    const name = propertyName(key);
    return `${name}: ${literal(item, indent, LINE_WIDTH - indent - name.length - 3)}`;
  });
}

function block(open: string, items: readonly string[], close: string, indent: number): string {
  const space = " ".repeat(indent + 2);
  return `${open}\n${items.map((item) => `${space}${item},\n`).join("")}${" ".repeat(indent)}${close}`;
}

/** `__proto__` as a plain key would set the prototype instead of a property. */
function propertyName(key: string): string {
  if (key === "__proto__") return `["__proto__"]`;
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return key;
  const quotedKey = stringLiteral(key);
  // A template literal is no property name.
  return quotedKey.startsWith("`") ? `[${quotedKey}]` : quotedKey;
}

function scalar(value: unknown): string {
  if (Object.is(value, -0)) return "-0";
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

/**
 * A double-quoted string literal. Control, bidirectional and line-separator characters are escaped, so that
 * what a reviewer sees is what runs.
 */
export function stringLiteral(text: string): string {
  return visible(quoted(text));
}

/** A string literal that keeps the lines of a text of several, whatever the indentation around it. */
export function multilineLiteral(text: string): string {
  if (!text.includes("\n")) return stringLiteral(text);
  const escaped = text.replace(/[\\`]|\$(?=\{)/g, "\\$&");
  const controls = escaped.replace(CONTROL, escapeCharacter);
  return visible(`\`${controls}\``);
}

// A template literal reads a carriage return as a line feed.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\0-\x09\x0b-\x1f]/g;
const HIDDEN =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function visible(code: string): string {
  return code.replace(HIDDEN, escapeCharacter);
}

function escapeCharacter(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Double quotes, unless others need no escapes: SQL is full of quoted names and quoted strings. */
function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (!text.includes('"')) return json;
  const inner = json.slice(1, -1).replaceAll('\\"', '"');
  if (!text.includes("'")) return `'${inner}'`;
  return /[`\\]|\$\{/.test(inner) ? json : `\`${inner}\``;
}
