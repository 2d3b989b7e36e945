/** Takes passwords out of connection URLs, should one have found its way into an error: a user's own may quote it. */
export function redact(text: string): string {
  return text
    .replace(/(\b[a-z][\w+.-]*:\/\/[^\s:@/]*:)\S*@/gi, "$1***@")
    .replace(/(\b(?:ssl)?password=)[^\s&"']*/gi, "$1***");
}
