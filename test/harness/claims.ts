/** Sentences with the findings that they deserve: read from fixtures, put into a report, and scored by rule. */
import { readFileSync } from 'node:fs';
import { lint, parse } from '../../server/src/core/index.ts';
import { type EditionId, PROSE, renderReport, titleOf, zeros } from './reports.ts';

const FOLDER = 'test/fixtures/claims';
export const RULES = {
  count: 'prose-count-mismatch',
  percent: 'prose-percentage-mismatch',
  none: 'prose-none-contradiction',
  sum: 'prose-sum-mismatch',
  year: 'stale-year',
  problems: 'problems-missing',
  identity: 'identity-number',
  mobile: 'mobile-number',
  doubled: 'doubled-punctuation',
} as const;
type Alias = keyof typeof RULES;
const aliasOf = new Map<string, Alias>(Object.entries(RULES).map(([alias, rule]) => [rule, alias as Alias]));

const CLAIMS = ['count', 'percent', 'none', 'sum'] as const;
const WORDING = ['year', 'problems', 'identity', 'mobile', 'doubled'] as const;

/** What the reading of prose must reach, by set of sentences and for each of its rules; others are not looked at. */
export const LEAST = {
  tuned: { rules: CLAIMS, precision: 0.98, recall: 0.95 },
  'held-out': { rules: CLAIMS, precision: 0.98, recall: 0.85 },
  'held-out-2': { rules: CLAIMS, precision: 0.99, recall: 0.9 },
  wording: { rules: WORDING, precision: 0.99, recall: 0.95 },
  'wording-held-out': { rules: WORDING, precision: 0.99, recall: 0.9 },
} as const satisfies Record<string, { readonly rules: readonly Alias[]; readonly precision: number; readonly recall: number }>;
export type SetName = keyof typeof LEAST;

interface Numbers {
  readonly unit: string;
  readonly edition: EditionId;
  readonly year: number;
  readonly numbers: Readonly<Record<string, number>>;
}

interface LabelledSentence {
  readonly line: number;
  readonly text: string;
  /** `count 16`, `none? 未收到…`: rule, `?` for information, marked text; sorted. */
  readonly due: readonly string[];
  readonly report: string;
}

const numbers = (): Readonly<Record<string, Numbers>> => JSON.parse(readFileSync(`${FOLDER}/numbers.json`, 'utf8'));

/** The sentences of a fixture: `numbers settings TAB text TAB finding; finding`. */
export function sentencesOf(name: string): LabelledSentence[] {
  const known = numbers();
  return readFileSync(`${FOLDER}/${name}.txt`, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => (line === '' || line.startsWith('#') ? [] : [sentenceOf(line, index + 1, known)]));
}

function sentenceOf(line: string, number: number, known: Readonly<Record<string, Numbers>>): LabelledSentence {
  const [head = '', text = '', due = '', ...more] = line.split('\t');
  const [name = '', ...settings] = head.split(' ');
  const base = known[name];
  if (!base || text === '' || more.length > 0) throw new Error(`line ${number} is no labelled sentence: ${line}`);
  return {
    line: number,
    text,
    due: due
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean)
      .sort(),
    report: reportOf(base, text.replaceAll('\\n', '\n'), settings),
  };
}

function reportOf(base: Numbers, text: string, settings: readonly string[]): string {
  const values = new Map([...zeros(base.edition), ...Object.entries(base.numbers)]);
  let { unit } = base;
  let section = 'overview';
  settings.forEach((setting, index) => {
    if (setting.startsWith('unit=')) unit = setting.slice(5);
    else if (setting.startsWith('section=')) section = setting.slice(8);
    else if (settings[index - 1] === 'set')
      for (const change of setting.split(','))
        values.set(change.slice(0, change.indexOf('=')), Number(change.slice(change.indexOf('=') + 1)));
  });
  const report = renderReport({ edition: base.edition, year: base.year, values, layout: 'tsv' });
  const titled = report.replace(titleOf(base.year), titleOf(base.year).replace('青禾县水务局', unit));
  if (section === 'overview') return titled.replace(PROSE.overview as string, () => text);
  if (section === 'problems') return titled.replace(PROSE.problems as string, () => text);
  // Prose of a section that has a table stands before it.
  return titled.replace(/^(四、.*)$/m, (heading) => `${heading}\n${text}`);
}

/** Rules that may say less than a warning. */
const WEAKENED: ReadonlySet<Alias> = new Set([...CLAIMS, 'problems']);

const toldOf = ({ report }: LabelledSentence, rules: readonly Alias[]): string[] =>
  lint(parse(report))
    .flatMap(({ rule, severity, span }) => {
      const alias = aliasOf.get(rule);
      if (rule === 'internal-error') return [rule];
      if (!alias || !rules.includes(alias)) return [];
      const weaker = severity === 'information' && WEAKENED.has(alias);
      return [`${alias}${weaker ? '?' : ''} ${report.slice(span.start, span.end)}`];
    })
    .sort();

interface Score {
  readonly alias: Alias;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
}

interface Judged {
  readonly sentence: LabelledSentence;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  readonly right: readonly string[];
}

/** Of a statement without a number, where it begins is a matter of taste; a section is told of at its heading. */
function isSame(due: string, told: string): boolean {
  if (due === told || (due.startsWith('problems') && told.startsWith(`${due} `))) return true;
  const [rule, ...words] = told.split(' ');
  const [other, ...marked] = due.split(' ');
  return (
    rule === other &&
    rule?.startsWith('none') === true &&
    (words.join(' ').includes(marked.join(' ')) || marked.join(' ').includes(words.join(' ')))
  );
}

export function judge(name: SetName): Judged[] {
  return sentencesOf(name).map((sentence) => {
    const missed = [...sentence.due];
    const wrong: string[] = [];
    const right: string[] = [];
    for (const told of toldOf(sentence, LEAST[name].rules)) {
      const at = missed.findIndex((due) => isSame(due, told));
      if (at < 0) wrong.push(told);
      else right.push(...missed.splice(at, 1));
    }
    return { sentence, wrong, missed, right };
  });
}

/** A finding of another severity than due counts as wrong and as missed. */
export function scoresOf(name: SetName, judged: readonly Judged[]): Score[] {
  return LEAST[name].rules.map((alias) => {
    const count = (key: 'right' | 'wrong' | 'missed'): number =>
      judged.reduce((all, one) => all + one[key].filter((told) => told.split(/[? ]/)[0] === alias).length, 0);
    const [right, wrong, missed] = [count('right'), count('wrong'), count('missed')];
    return { alias, right, wrong, missed, precision: right / Math.max(1, right + wrong), recall: right / Math.max(1, right + missed) };
  });
}
