/** Colours for a terminal, and none elsewhere. */

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], green: [32, 39] } as const;

export type Style = keyof typeof CODES;
export type Paint = (style: Style, text: string) => string;

const plain: Paint = (_, text) => text;
const colored: Paint = (style, text) => `\x1b[${CODES[style][0]}m${text}\x1b[${CODES[style][1]}m`;
export const paintFor = (output: { readonly colors: boolean }): Paint => (output.colors ? colored : plain);
