/** Every rule, in the order of the documentation. A new rule is a new file and a line here. */

import type { Rule } from '../../finding/rule.ts';
import { aggregateMismatch } from './aggregate-mismatch.ts';
import { balanceMismatch } from './balance-mismatch.ts';
import { blankCell } from './blank-cell.ts';
import { carryOverMismatch } from './carry-over-mismatch.ts';
import { converterResidue } from './converter-residue.ts';
import { copiedTables } from './copied-tables.ts';
import { copiedText } from './copied-text.ts';
import { disputeTotalMismatch } from './dispute-total-mismatch.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { duplicateRow } from './duplicate-row.ts';
import { emptySection } from './empty-section.ts';
import { feeStatementMissing } from './fee-statement-missing.ts';
import { identityNumber } from './identity-number.ts';
import { implausibleNumber } from './implausible-number.ts';
import { invalidNumber } from './invalid-number.ts';
import { labelVariant } from './label-variant.ts';
import { latePublication } from './late-publication.ts';
import { missingCell } from './missing-cell.ts';
import { missingMember } from './missing-member.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { missingTitle } from './missing-title.ts';
import { mobileNumber } from './mobile-number.ts';
import { numberStyle } from './number-style.ts';
import { outcomeTotalMismatch } from './outcome-total-mismatch.ts';
import { outdatedFormat } from './outdated-format.ts';
import { overviewAspects } from './overview-aspects.ts';
import { overviewTooLong } from './overview-too-long.ts';
import { periodMismatch } from './period-mismatch.ts';
import { prematureFormat } from './premature-format.ts';
import { problemsMissing } from './problems-missing.ts';
import { proseCountMismatch } from './prose-count-mismatch.ts';
import { proseNoneContradiction } from './prose-none-contradiction.ts';
import { prosePercentageMismatch } from './prose-percentage-mismatch.ts';
import { proseSumMismatch } from './prose-sum-mismatch.ts';
import { relationNotChecked } from './relation-not-checked.ts';
import { rowOrder } from './row-order.ts';
import { rowTotalMismatch } from './row-total-mismatch.ts';
import { sectionHeading } from './section-heading.ts';
import { sectionNumber } from './section-number.ts';
import { sectionOrder } from './section-order.ts';
import { signedBeforeYearEnd } from './signed-before-year-end.ts';
import { staleYear } from './stale-year.ts';
import { stockMismatch } from './stock-mismatch.ts';
import { suspectCell } from './suspect-cell.ts';
import { tenfoldChange } from './tenfold-change.ts';
import { unitInCell } from './unit-in-cell.ts';
import { unitNameMismatch } from './unit-name-mismatch.ts';
import { unreadableTable } from './unreadable-table.ts';
import { wrongNoticeCited } from './wrong-notice-cited.ts';

export const rules: readonly Rule[] = [
  suspectCell,
  rowTotalMismatch,
  outcomeTotalMismatch,
  balanceMismatch,
  disputeTotalMismatch,
  missingSection,
  missingTable,
  missingRow,
  missingCell,
  duplicateRow,
  blankCell,
  invalidNumber,
  outdatedFormat,
  prematureFormat,
  rowOrder,
  unreadableTable,
  sectionOrder,
  emptySection,
  proseCountMismatch,
  prosePercentageMismatch,
  proseNoneContradiction,
  proseSumMismatch,
  problemsMissing,
  feeStatementMissing,
  identityNumber,
  periodMismatch,
  wrongNoticeCited,
  signedBeforeYearEnd,
  relationNotChecked,
  implausibleNumber,
  carryOverMismatch,
  stockMismatch,
  copiedTables,
  copiedText,
  tenfoldChange,
  aggregateMismatch,
  missingMember,
  missingTitle,
  staleYear,
  latePublication,
  unitNameMismatch,
  sectionHeading,
  sectionNumber,
  overviewTooLong,
  overviewAspects,
  mobileNumber,
  unitInCell,
  converterResidue,
  labelVariant,
  numberStyle,
  doubledPunctuation,
];
