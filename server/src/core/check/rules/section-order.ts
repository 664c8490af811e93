/** The sections stand in the order of the form. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import type { Report, Section } from '../../report/report.ts';
import { editionOf, LEAST_SECTIONS, nameOf, type SectionSpec } from '../section-text.ts';

interface Placed {
  readonly section: Section;
  readonly spec: SectionSpec;
  readonly ordinal: number;
}

/** The most of them that stand in order: the longest rising subsequence. */
function inOrder(placed: readonly Placed[]): ReadonlySet<Placed> {
  const best: (readonly Placed[])[] = [];
  for (const one of placed) {
    const before = best.filter((list) => (list.at(-1)?.ordinal ?? 0) < one.ordinal);
    best.push([...before.reduce<readonly Placed[]>((long, list) => (list.length > long.length ? list : long), []), one]);
  }
  return new Set(best.reduce<readonly Placed[]>((long, list) => (list.length > long.length ? list : long), []));
}

/** A list of contents, or two reports in one text: nobody can say which of the headings is meant. */
const repeats = ({ sections }: Report): boolean => sections.some((section) => section.repeats.length > 0);

export const sectionOrder: Rule = {
  meta: {
    id: 'section-order',
    severity: 'warning',
    fixable: [],
    summary: say('各部分的顺序与格式不同', 'The sections are not in the order of the form'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    const specs = editionOf(report)?.sections ?? [];
    const placed = report.sections.flatMap((section): Placed[] => {
      const ordinal = specs.findIndex(({ id }) => id === section.id);
      const spec = specs[ordinal];
      return spec ? [{ section, spec, ordinal }] : [];
    });
    const kept = inOrder(placed);
    if (placed.length < LEAST_SECTIONS || kept.size === placed.length || repeats(report)) return;
    for (const one of placed.filter((other) => !kept.has(other))) {
      const next = [...kept].find(({ ordinal }) => ordinal > one.ordinal);
      const beside = next ?? [...kept].at(-1);
      if (!beside) continue;
      const [own, other] = [nameOf(one.spec), nameOf(beside.spec)];
      yield {
        span: one.section.heading,
        message: next
          ? say(`“${own}”应在“${other}”之前`, `“${own}” should stand before “${other}”`)
          : say(`“${own}”应在“${other}”之后`, `“${own}” should stand behind “${other}”`),
        cells: [],
        related: [{ span: beside.section.heading, message: say(`“${other}”在这里`, `“${other}” stands here`) }],
      };
    }
  },
};
