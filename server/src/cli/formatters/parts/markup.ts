/** Text inside XML and HTML. */

/** What XML 1.0 has no way to write: most control characters, and half a character. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For contents and for attributes alike; characters that XML does not know become U+FFFD. */
export const escapeMarkup = (text: string): string =>
  text.replace(NO_XML, '\ufffd').replace(/[&<>"'\t\n\r]/g, (char) => ENTITIES[char] ?? char);
