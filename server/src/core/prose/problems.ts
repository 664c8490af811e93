/** Whether a text names problems, and what is being done about them. */
import * as z from 'zod/mini';
import data from './problem-words.json' with { type: 'json' };

const words = z.pipe(
  z.array(z.string()),
  z.transform((lines) => lines.flatMap((line) => line.split(' '))),
);
/**
 * `problems` and `improvements` are looked for in each clause; `plans` are improvements even in a clause that names a problem.
 * `loose` words may be about either. A line of `labels` alone says nothing itself.
 */
const schema = z.strictObject({ problems: words, improvements: words, plans: words, loose: words, labels: words });

type ProblemWords = z.output<typeof schema>;
let known: ProblemWords | undefined;
/** Checked when first asked for. */
const wordsOf = (): ProblemWords => (known ??= z.parse(schema, data));

export interface Named {
  readonly problems: boolean;
  readonly improvements: boolean;
  /** A word stands there that may name either. */
  readonly loose: () => boolean;
  /** How many letters and digits say anything. */
  readonly length: number;
}

/** 不存在问题, 没有需要改进的情况: there are none. */
const DENIAL =
  /(?:不存在|未发现|没有发现)[^，。；：\s]{0,14}(?:问题|不足)|(?:不存在|没有|未发现|未发生|未出现|无)(?:任何|明显|重大|突出|较大|严重|其他|相关|存在|的|主要|上述|以上|需要|说明|反映|报告|发现|整改|改进|政府信息公开|工作|方面){0,8}(?:问题|不足|困难|短板|薄弱环节|情况|措施)(?:[及和与、](?:其他|需要)?的?(?:问题|不足|改进情况|改进措施|整改情况))?/g;
/** 存在问题：无. */
const LABELLED_NONE =
  /(?:存在|的|主要|改进|整改|下一步|工作){0,6}(?:问题|不足|困难|情况|措施|方向|打算|计划)[：:，,]?(?:无|没有|暂无|不存在|略|\/|-)(?=[。；;，,、\s]|$)/g;
/** Of itself a list of words that are on the way: 不断, 不予公开. */
const NO_PROBLEM = /不(?:断|懈|折不扣|遗余力|动摇|予公开|予处理|忘|仅|但|只|误|少)/g;
const NUMBER = /^[（(]?[一二三四五六七八九十\d]{0,3}[)）]?[、.．]?/;
const CLAUSES = /[，。；！？：:,;\s]/;
const INK = /[\p{L}\p{N}]/gu;
/** A label is followed by some words at least. */
const SHORTEST = 6;

const inkOf = (text: string): number => text.match(INK)?.length ?? 0;

/** `text` is simplified, without markup; its lines tell labels from what stands below them. */
export function namedIn(text: string): Named {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');
  const told = lines.map((line) => line.replace(LABELLED_NONE, '').replace(DENIAL, ''));
  const isLabelAt = told.map(isLabel);
  // A label says something where something is written under it.
  const stands = (at: number): boolean => isLabelAt[at + 1] === false && inkOf(told[at + 1] as string) >= SHORTEST;
  const written = told.filter((_, index) => !isLabelAt[index] || stands(index));
  const { problems, improvements, plans, loose } = wordsOf();
  const clauses = written.flatMap((line) => line.split(CLAUSES));
  const has = (clause: string, any: readonly string[]): boolean => any.some((word) => clause.includes(word));
  const isProblem = (clause: string): boolean => has(clause, problems) || clause.replace(NO_PROBLEM, '').includes('不');
  return {
    problems: clauses.some(isProblem),
    improvements: clauses.some((clause) => has(clause, plans) || (!isProblem(clause) && has(clause, improvements))),
    loose: () => clauses.some((clause) => has(clause, loose)),
    length: inkOf(told.filter((_, index) => !isLabelAt[index]).join('')),
  };
}

/** （一）存在的主要问题 */
function isLabel(line: string): boolean {
  let rest = line.replace(NUMBER, '').replace(/[：:。]$/, '');
  const { labels } = wordsOf();
  while (rest !== '') {
    const word = labels.find((one) => rest.startsWith(one));
    if (word === undefined) return false;
    rest = rest.slice(word.length);
  }
  return true;
}
