/** Statutory words in other words than the notice's: read all the same, but programs and readers look for the notice's. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { LAYOUTS } from '../../layout/layouts.ts';
import { type FoundWord, tableOf } from '../../report/report.ts';
import { simplified } from '../../text/traditional.ts';

const LONGEST_SHOWN = 40;
const NUMBER = /^(?:\((?:[一二三四五六七八九十]+|\d+)\)|(?:[一二三四五六七八九十]+|\d+)[.、．])/;

/** How a label is numbered, in half-width characters: white space and the width of brackets are no difference. */
const numberOf = (label: string): string =>
  NUMBER.exec(
    label
      .normalize('NFKC')
      .replace(/^[\s*_#>"]+/, '')
      .replace(/[\s\\]+/g, ''),
  )?.[0] ?? '';

/** How a character is read, in brackets after it: `規(guī)章`. */
const GLOSS = /[(（](?:[a-z\u00c0-\u01dc]|[\u0300-\u030c])+[)）]/i;

type Difference = 'words' | 'script';

/** `script`: traditional characters or glosses, and no other difference. */
function differenceOf(text: string, { key, entry, span, broken }: FoundWord): Difference | null {
  if (key !== entry.key) return 'words';
  // What stands between the pieces is another cell's.
  if (broken) return null;
  const written = text.slice(span.start, span.end);
  if (written === entry.label) return null;
  if (numberOf(written) !== numberOf(entry.label)) return 'words';
  // The reader takes traditional characters and glosses for the form's own, so the key does not tell them.
  return simplified(written) !== written || GLOSS.test(written) ? 'script' : null;
}

// So many labels in traditional characters are no slips: the page has them throughout.
const THROUGHOUT = 10;

export const labelVariant: Rule = {
  meta: {
    id: 'label-variant',
    severity: 'hint',
    fixable: ['safe', 'manual'],
    summary: say('标签用语与格式不同', 'A label is not worded as in the form'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    const found = report.tables.flatMap((table) =>
      table.words.flatMap((word) => {
        const difference = differenceOf(text, word);
        return difference ? [{ table: table.spec.id, word, difference }] : [];
      }),
    );
    const inScript = found.filter(({ difference }) => difference === 'script');
    const throughout = inScript.length >= THROUGHOUT;
    for (const one of found) {
      const { table, word, difference } = one;
      if (throughout && difference === 'script' && one !== inScript[0]) continue;
      const { span, entry } = word;
      const written = text.slice(span.start, Math.min(span.end, span.start + LONGEST_SHOWN)).replace(/\s+/g, ' ');
      const others = inScript.length - 1;
      yield {
        span,
        message:
          throughout && difference === 'script'
            ? say(
                `“${written}”等 ${inScript.length} 处标签是繁体字（或带注音），格式中写作“${entry.label}”等`,
                `“${written}” and ${others} other labels are in traditional characters (or with glosses); the form has “${entry.label}”`,
              )
            : say(`“${written}”在格式中写作“${entry.label}”`, `“${written}” is “${entry.label}” in the form`),
        cells: [],
        table,
        ...(entry.row ? { row: entry.row.key } : {}),
      };
    }
  },
  fixes({ report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const word = table?.words.find(({ span }) => span.start === finding.span.start);
    // Where other text stands between the pieces of a label, writing over it would take that along; where cells are
    // told by their place, a longer label would move them.
    if (!table || !word || word.broken || LAYOUTS[table.layout].setByPlace) return [];
    return [
      {
        title: say(`改为“${word.entry.label}”`, `Write “${word.entry.label}”`),
        // A row known by its place and likeness alone is for a person to judge.
        class: word.claimed ? 'manual' : 'safe',
        preferred: !word.claimed,
        breaks: 0,
        edits: [{ span: word.span, newText: word.entry.label }],
      },
    ];
  },
};
