/** What the rules about sums share: finding violated relations, and the fixes that correct one. */

import { type Diagnosis, diagnose, isExplained, nameOfRepair, type Repair } from '../diagnosis/diagnosis.ts';
import { effect, withBroken } from '../diagnosis/effect.ts';
import { type Finding, type Fix, type Localized, type Related, say } from '../finding/finding.ts';
import { cellName, shortCellName, specAt } from '../finding/names.ts';
import type { Context, Draft, Rule, RuleMeta } from '../finding/rule.ts';
import { repairFixes } from '../fix/repair.ts';
import { writeCells } from '../fix/write-cell.ts';
import { type BoundTable, tableOf, valuesOf } from '../report/report.ts';
import type { CellSpec } from '../statute/form.ts';
import { allows } from '../statute/form.ts';
import { type Relation, residual, solveFor, type Values } from '../statute/relations.ts';
import { isShort, sumOf } from '../text/amounts.ts';

export interface Violation {
  readonly table: BoundTable;
  readonly relation: Relation;
  readonly values: Values;
  /** Σ left and Σ right as they stand. */
  readonly left: number;
  readonly right: number;
}

function* violations(context: Context, rule: string): Generator<Violation> {
  for (const table of context.report.tables) {
    const values = valuesOf(table);
    for (const relation of table.spec.relations) {
      if (relation.rule !== rule) continue;
      const difference = residual(relation, values);
      if (difference === null || difference === 0) continue;
      const right = sumOf(relation.right.map((cell) => values[cell] as number));
      yield { table, relation, values, left: sumOf(relation.left.map((cell) => values[cell] as number)), right };
    }
  }
}

/**
 * A rule that judges one kind of relation. `suspects` are the cells that the finding is about; the first is where it
 * points. Where one cause is known for all violated relations of the table, `suspect-cell` names it and the sums are
 * no more than hints; where several are possible, the finding lists them.
 */
export function sumRule(
  meta: Omit<RuleMeta, 'fixable' | 'severity' | 'weakened' | 'since'>,
  message: (violation: Violation) => Localized,
  suspects: (relation: Relation) => readonly number[],
): Rule {
  return {
    meta: { severity: 'error', weakened: 'hint', fixable: ['value', 'manual'], since: '0.1.0', ...meta },
    *check(context): Iterable<Draft> {
      // Somebody who switches that rule off must not lose the error.
      const named = context.settings.rules.get('suspect-cell') !== 'off';
      for (const violation of violations(context, meta.id)) {
        const { table, relation } = violation;
        const cells = suspects(relation);
        const [first] = cells;
        const bound = first === undefined ? undefined : table.cells[first];
        if (!bound) continue;
        const diagnosis = diagnose(context.document, table);
        const causes = causesOf(diagnosis, relation);
        yield {
          ...(named && isExplained(diagnosis) ? { severity: 'hint' } : {}),
          span: bound.span,
          message: withCauses(message(violation), table, causes),
          cells: cells.map((cell) => table.spec.cells[cell]?.key ?? ''),
          expected: violation.right,
          actual: violation.left,
          related: [...relatedCauses(table, causes), ...relatedCells(violation, bound.spec.index)],
          table: table.spec.id,
          relation: relation.index,
        };
      }
    },
    fixes: (context, finding) => mendingFixes(context, finding, suspects),
  };
}

/** What the form calls cells: `总计`. */
export const labelsOf = (table: BoundTable, cells: readonly number[], labelOf: (cell: CellSpec) => string): string =>
  cells.map((cell) => labelOf(specAt(table, cell))).join('＋');

/** Of several repairs those that correct this relation: the others belong to relations that share no cell with it. */
function causesOf(diagnosis: Diagnosis, { terms }: Relation): Diagnosis {
  if (diagnosis.kind !== 'ambiguous') return diagnosis;
  const touches = ({ changes }: Repair): boolean => changes.some(({ cell }) => terms.some((term) => term.cell === cell));
  return { ...diagnosis, repairs: diagnosis.repairs.filter(touches) };
}

const MOST_NAMED = 2;

/** The message with the cause of it, or the likeliest causes. */
function withCauses(message: Localized, table: BoundTable, diagnosis: Diagnosis): Localized {
  const add = (zh: string, en: string): Localized => say(`${message['zh-cn']}；${zh}`, `${message.en}; ${en}`);
  if (diagnosis.kind === 'step') return add(diagnosis.step.cause['zh-cn'], diagnosis.step.cause.en);
  if (diagnosis.kind === 'unique') {
    const name = nameOfRepair(table, diagnosis.repair, shortCellName);
    return add(`错在 ${name['zh-cn']}`, `the cause: ${name.en}`);
  }
  if (diagnosis.kind !== 'ambiguous') return message;
  const names = [
    ...diagnosis.repairs.map((repair) => nameOfRepair(table, repair, shortCellName)),
    ...diagnosis.steps.map(({ remedy }) => remedy),
  ];
  const shown = names.slice(0, MOST_NAMED);
  const rest = names.length > MOST_NAMED;
  return add(
    `可能的改法：${shown.map((name) => name['zh-cn']).join('；或 ')}${rest ? ` 等 ${names.length} 种` : ''}`,
    `possible corrections: ${shown.map(({ en }) => en).join('; or ')}${rest ? ` … (${names.length})` : ''}`,
  );
}

/** Where the cause stands, or every candidate, the likeliest first. */
function relatedCauses(table: BoundTable, diagnosis: Diagnosis): Related[] {
  const repairs = diagnosis.kind === 'unique' ? [diagnosis.repair] : diagnosis.kind === 'ambiguous' ? diagnosis.repairs : [];
  const steps = diagnosis.kind === 'step' ? [diagnosis.step] : diagnosis.kind === 'ambiguous' ? diagnosis.steps : [];
  const ofSteps = steps.map((step) => ({ changes: step.changes, message: step.cause }));
  return [...repairs.map((repair) => ({ changes: repair.changes, message: nameOfRepair(table, repair) })), ...ofSteps].flatMap(
    ({ changes, message }): Related[] => {
      const bound = table.cells[changes[0]?.cell ?? -1];
      return bound ? [{ span: bound.span, message }] : [];
    },
  );
}

/** The other cells of the relation with their values, those that are 0 left out where there are many. */
function relatedCells({ table, relation, values }: Violation, self: number): Related[] {
  const others = relation.terms.filter(({ cell }) => cell !== self);
  const shown = others.length > 8 ? others.filter(({ cell }) => values[cell] !== 0) : others;
  return shown.flatMap(({ cell }): Related[] => {
    const bound = table.cells[cell];
    if (!bound) return [];
    const text = `${cellName(bound.spec)} = ${values[cell]}`;
    return [{ span: bound.span, message: say(text, text) }];
  });
}

/**
 * The repair of the table where there is one; the value with which each suspect lets this relation hold, with what it
 * would break elsewhere; and the candidates where there are several. Only what is unique is preferred.
 */
function mendingFixes({ document, report }: Context, finding: Finding, suspects: (relation: Relation) => readonly number[]): Fix[] {
  const table = tableOf(report, finding.table ?? '');
  const relation = table?.spec.relations[finding.relation ?? -1];
  if (!table || !relation) return [];
  const repairs = repairFixes(table, diagnose(document, table), new Set(relation.terms.map(({ cell }) => cell)));
  const recomputed = recomputations(table, relation, suspects(relation));
  const same = (a: Fix, b: Fix): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);
  const preferred = repairs.filter((repair) => repair.preferred);
  return [
    ...preferred,
    ...recomputed.filter((fix) => !preferred.some((repair) => same(repair, fix))),
    ...repairs.filter((repair) => !repair.preferred && !recomputed.some((fix) => same(repair, fix))),
  ].sort((a, b) => Math.sign(a.breaks) - Math.sign(b.breaks));
}

function recomputations(table: BoundTable, relation: Relation, suspects: readonly number[]): Fix[] {
  const values = valuesOf(table);
  const candidates = suspects.flatMap((cell) => {
    const value = solveFor(relation, cell, values);
    const kind = table.spec.cells[cell]?.number ?? 'integer';
    return value === null || !allows(kind, value) || !isShort(value)
      ? []
      : [{ cell, value, ...effect(table, values, new Map([[cell, value]])) }];
  });
  candidates.sort((a, b) => a.broken.length - b.broken.length || b.mended.length - a.mended.length);
  return candidates.flatMap(({ cell, value, broken }): Fix[] => {
    const bound = table.cells[cell];
    if (!bound) return [];
    return [
      {
        title: withBroken(recomputeTitle(bound.spec, relation, values[cell] ?? null, value), broken, table),
        class: 'manual',
        preferred: false,
        breaks: broken.length,
        ...writeCells([[bound, value]]),
      },
    ];
  });
}

function recomputeTitle(spec: CellSpec, relation: Relation, old: number | null, value: number): Localized {
  const name = cellName(spec);
  return relation.left.length === 1 && relation.left[0] === spec.index
    ? say(`重算 ${name}：${old} → ${value}`, `Recompute ${name}: ${old} → ${value}`)
    : say(`将 ${name} 由 ${old} 改为 ${value}`, `Change ${name} from ${old} to ${value}`);
}
