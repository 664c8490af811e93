/** Another body's name, left from the report that was copied, or the body's own former name. */

import { type Localized, say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import { datesOf, datingOf } from '../../prose/dates.ts';
import { proseOf } from '../../prose/paragraphs.ts';
import { renamings } from '../../statute/renamings.ts';
import { holdsTags, type Span } from '../../text/span.ts';
import { areOther, partsOf } from '../unit-names.ts';

interface Named {
  readonly span: Span;
  readonly message: Localized;
  /** What should stand there, where that is certain. */
  readonly instead: string | null;
}

/** The report speaks of the body that makes it: 2023年，青禾县水务局认真…; 现将青禾县水务局2023年政府信息公开…. Whoever guides or examines is the body above. */
const SUBJECT =
  /^度?[,，]?([一-龥]{3,24}?(?:局|委员会|委|厅|人民政府|街道办事处))(?:认真|严格|深入|坚持|全面|积极|始终|高度|未收|未发|共收|没有|持续|主动公开|紧紧|切实|新收|收到)(?![^,，。]{0,2}(?:指导|部署|督导|督促|考核))/;
const PRESENTED = /现(?:将|予公布|公布|发布)([一-龥]{4,30}(?:局|委员会|委|厅|人民政府|街道办事处|办公室))$/;
const REPORT = /^年?度?政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;
/** What these look for before a year is shorter. */
const LONGEST_BEFORE = 60;
const STOPS = /(?:^|[。；！？])(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?$/;

function* otherBodies({ document, report }: Context, unit: string): Generator<Named> {
  const named = function* (name: string, span: Span): Generator<Named> {
    if (!areOther(unit, name)) return;
    const message = say(
      `此处的“${name}”与标题中的“${unit}”不是同一单位，请核对`,
      `“${name}” is not “${unit}”, whose report this is; please check`,
    );
    yield { span, message, instead: unit };
  };
  const { signatory } = datingOf(document, report);
  if (signatory) yield* named(signatory.name, signatory.span);
  for (const { paragraph, dates } of datesOf(document, report)) {
    const { text, spanOf } = paragraph;
    for (const { start, end, month } of dates) {
      if (month !== null) continue;
      const before = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
      const presented = PRESENTED.exec(before)?.[1];
      if (presented && REPORT.test(text.slice(end))) yield* named(presented, spanOf(start - presented.length, start));
      const behind = text.indexOf('年', start) + 1;
      const subject = STOPS.test(before) ? SUBJECT.exec(text.slice(behind)) : null;
      const name = subject?.[1];
      if (!subject || !name) continue;
      const at = behind + subject[0].indexOf(name);
      yield* named(name, spanOf(at, at + name.length));
    }
  }
}

/** Said of another time, or the title of a paper. */
function isHistory(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return (
    /原[^,，。；]{0,10}$|(?:撤销|整合|合并|划转)[^。]{0,10}$/.test(before) ||
    text.lastIndexOf('《', at) > text.lastIndexOf('》', at) ||
    text.lastIndexOf('“', at) > text.lastIndexOf('”', at) ||
    /^(?:原|等|的?职|[^,，。]{0,6}(?:更名|改名|撤销|并入|组建|转隶|划转))/.test(text.slice(at + length, at + length + 8))
  );
}

function* formerNames({ document, report }: Context, unit: string): Generator<Named> {
  const { reportingYear } = report;
  const { kind, place } = partsOf(unit);
  const known = renamings().flatMap(({ since, now, former }) => {
    // 大数据局 ends like 数据局, and has kept its name.
    const own = former.some((name) => unit.endsWith(name)) ? undefined : now.find((name) => unit.endsWith(name));
    // Local bodies had a year to follow.
    return own && reportingYear !== null && reportingYear > since ? [{ own, former }] : [];
  });
  const [renaming] = known;
  if (!renaming) return;
  for (const { text, spanOf } of proseOf(document, report)) {
    for (const name of renaming.former) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const before = text.slice(0, at);
        const isOwn = /[我本]$/.test(before) || (kind !== '' && before.endsWith(kind)) || (place !== '' && before.endsWith(place));
        if (!isOwn || isHistory(text, at, name.length)) continue;
        yield {
          span: spanOf(at, at + name.length),
          message: say(
            `“${name}”是“${renaming.own}”以前的名称，请核对`,
            `“${name}” is what “${renaming.own}” was called before; please check`,
          ),
          instead: renaming.own,
        };
      }
    }
  }
}

function* namesOf(context: Context): Generator<Named> {
  const { unit } = context.report;
  if (unit === null || unit === '') return;
  yield* otherBodies(context, unit);
  yield* formerNames(context, unit);
}

export const unitNameMismatch: Rule = {
  meta: {
    id: 'unit-name-mismatch',
    severity: 'information',
    fixable: ['manual'],
    summary: say('正文中是另一单位的名称，或本单位以前的名称', 'Another body’s name, or the body’s own former name'),
    basis: say(
      '《政府信息公开条例》第四十九条：各机关公布本机关的年度报告',
      'Article 49 of the Regulations: each body publishes its own report',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const { span, message } of namesOf(context)) yield { span, message, cells: [] };
  },
  fixes(context, finding) {
    const named = [...namesOf(context)].find(({ span }) => span.start === finding.span.start);
    if (!named?.instead || holdsTags(context.document.text, named.span)) return [];
    return [
      {
        title: say(`改为“${named.instead}”`, `Write “${named.instead}”`),
        class: 'manual',
        preferred: false,
        breaks: 0,
        edits: [{ span: named.span, newText: named.instead }],
      },
    ];
  },
};
