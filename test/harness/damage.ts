/** What happens to reports on their way: pieces lost, rows torn and joined, ends trimmed, lines wrapped. */

/** A count from 0 up to `most`. */
type Draw = (most: number) => number;

const SEPARATORS = ['\t', ' | ', '|', ',', '</td>', '  ', '│'];

/** A whole number below `end`. */
const below = (end: number, draw: Draw): number => draw(Math.max(0, end - 1));

/** The lines with one of them replaced. */
function inOneLine(text: string, draw: Draw, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n');
  const at = below(lines.length, draw);
  return [...lines.slice(0, at), ...change(lines[at] as string), ...lines.slice(at + 1)].join('\n');
}

/** The pieces of a line between its separators. */
function cut(line: string): { readonly pieces: string[]; readonly separator: string } {
  const separator = SEPARATORS.find((one) => line.includes(one)) ?? '\t';
  return { pieces: line.split(separator), separator };
}

export const DAMAGES: Readonly<Record<string, (text: string, draw: Draw) => string>> = {
  'a line lost': (text, draw) => inOneLine(text, draw, () => []),
  'a line twice': (text, draw) => inOneLine(text, draw, (line) => [line, line]),
  'a cell lost': (text, draw) =>
    inOneLine(text, draw, (line) => {
      const { pieces, separator } = cut(line);
      pieces.splice(below(pieces.length, draw), 1);
      return [pieces.join(separator)];
    }),
  'a cell emptied': (text, draw) =>
    inOneLine(text, draw, (line) => {
      const { pieces, separator } = cut(line);
      pieces[below(pieces.length, draw)] = '';
      return [pieces.join(separator)];
    }),
  'a separator lost': (text, draw) =>
    inOneLine(text, draw, (line) => {
      const { pieces, separator } = cut(line);
      const at = below(pieces.length, draw);
      return [[...pieces.slice(0, at), pieces.slice(at, at + 2).join(''), ...pieces.slice(at + 2)].join(separator)];
    }),
  'a character lost': (text, draw) => {
    const at = below(text.length, draw);
    return text.slice(0, at) + text.slice(at + 1);
  },
  'a character changed': (text, draw) => {
    const at = below(text.length, draw);
    return text.slice(0, at) + ['\u00a0', '　', '0', '１', '�', '（', ' ', '、', '四'][below(9, draw)] + text.slice(at + 1);
  },
  'a row torn': (text, draw) =>
    inOneLine(text, draw, (line) => {
      const at = below(line.length + 1, draw);
      return [line.slice(0, at), line.slice(at)];
    }),
  'rows joined': (text, draw) => {
    const lines = text.split('\n');
    const at = below(lines.length, draw);
    return [...lines.slice(0, at), lines.slice(at, at + 2).join(''), ...lines.slice(at + 2)].join('\n');
  },
  'lines exchanged': (text, draw) => {
    const lines = text.split('\n');
    const at = below(lines.length - 1, draw);
    return [...lines.slice(0, at), lines[at + 1], lines[at], ...lines.slice(at + 2)].join('\n');
  },
  'a number changed': (text, draw) => {
    const numbers = [...text.matchAll(/\d+/g)];
    const { index = 0, 0: written = '' } = numbers[below(numbers.length, draw)] ?? {};
    return text.slice(0, index) + below(30, draw) + text.slice(index + written.length);
  },
  'ends trimmed': (text) => text.replace(/[ \t]+$/gm, ''),
  'lines wrapped': (text, draw) => {
    const width = 30 + below(60, draw);
    const wrap = (line: string): string => line.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? line;
    return text.split('\n').map(wrap).join('\n');
  },
};

/** A text with one to four kinds of damage. */
export function damaged(text: string, draw: Draw): string {
  const kinds = Object.values(DAMAGES);
  const times = 1 + below(4, draw);
  let result = text;
  for (let time = 0; time < times; time++) result = (kinds[below(kinds.length, draw)] as (typeof kinds)[number])(result, draw);
  return result;
}
