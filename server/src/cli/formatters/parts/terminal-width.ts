/** How wide a text stands in a terminal: Chinese characters take two columns. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g;
const NONE = /\p{Mark}|\p{Format}/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char <= '\u02ff') width += 1;
    else if (WIDE.test(char)) width += 2;
    else if (!NONE.test(char)) width += 1;
  }
  return width;
}

/** Fills up with spaces; a text that is wider stays as it is. */
export const padTo = (width: number, text: string): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Text from a file must not steer the terminal, nor break a line of the output. */
export const printable = (text: string): string => text.replace(CONTROLS, ' ');

/** A line of a file as it stands, tabs included. */
export const printableLine = (line: string): string => line.split('\t').map(printable).join('\t');
