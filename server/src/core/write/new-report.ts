/** A whole report to begin with: title, headings, what every report says, and the tables with what last year's report determines. */
import type { WrittenLayout } from '../layout/layouts.ts';
import { type Digest, numberAt, tableIn } from '../library/digest.ts';
import type { Form, TableForm } from '../statute/form.ts';
import { sumOf } from '../text/amounts.ts';
import { paperOf } from './paper.ts';
import { plainStyle, textWriter, writeTable } from './write.ts';

export interface ReportWanted {
  readonly form: Form;
  readonly unit: string;
  /** As it is written; in a snippet, a place to type it. */
  readonly year: number | string;
  /** One in which a blank cell stays one. */
  readonly layout: WrittenLayout;
  /** Last year's report, if there is one. */
  readonly previous: Digest | null;
}

/** What stands where the body writes its own text, as in the notice's form; the linter names it until then. */
const PLACEHOLDER = '（文字描述）';

/** The numbers that follow from last year's report alone (what was carried over), by the index of their cells. */
function carriedInto(table: TableForm, previous: Digest | null): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const last = previous && tableIn(previous, table.id);
  for (const { editions, steps } of table.succession) {
    if (!last || !editions.includes(last.edition)) continue;
    for (const { cell, before, plus, minus } of steps) {
      const known = before.map((key) => numberAt(last, key)).filter((one) => one !== null);
      if (plus.length === 0 && minus.length === 0 && known.length === before.length && known.length > 0)
        numbers.set(cell, sumOf(known.map(({ value }) => value)));
    }
  }
  return numbers;
}

/** All cells without a number are left blank: a 0 would be a statement. */
export function newReport({ form, unit: named, year, layout, previous }: ReportWanted): string {
  const { words, title: titled, heading, paragraph, whole } = textWriter(layout);
  const unit = words(named);
  const tableOf = (table: TableForm): string => {
    const numbers = carriedInto(table, previous);
    const paper = paperOf(table, ({ index }) => String(numbers.get(index) ?? ''));
    return writeTable(paper, plainStyle(layout)).join('\n');
  };
  const { notice, sections } = form.edition;
  const cited = notice ? `和${notice}` : '';
  const preface = `本报告根据《中华人民共和国政府信息公开条例》${cited}编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
  const bodyOf = ({ id, aspects, statement }: (typeof sections)[number]): string[] => {
    const table = form.tables.find(({ section }) => section === id);
    if (table) return [tableOf(table)];
    if (aspects)
      return aspects.map(({ name }, index) => paragraph(`（${'一二三四五六七八九'.charAt(index)}）${name['zh-cn']}。${PLACEHOLDER}`));
    return [paragraph(statement ? `收取信息处理费的情况：${PLACEHOLDER}` : PLACEHOLDER)];
  };
  const title = `${unit}${year}年政府信息公开工作年度报告`;
  const parts = [
    titled(title),
    paragraph(preface),
    ...sections.flatMap((section) => [heading(`${section.number}、${section.title}`), ...bodyOf(section)]),
  ];
  return whole(title, `${parts.join('\n\n')}\n`);
}
