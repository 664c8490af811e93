/** What the editor's status item says of a document. */
import type { Finding } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { inBackground } from '../guard.ts';
import { type DocumentStatus, type FindingCounts, STATUS } from '../protocol.ts';
import type { Analysis } from './documents.ts';

export function countFindings(findings: readonly Pick<Finding, 'severity'>[]): FindingCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function statusOf({ uri, version, document, findings, waived, failure }: Analysis): DocumentStatus {
  return {
    uri,
    version,
    reports: document.reports.map(({ form, legacy, reportingYear, unit }) => ({
      edition: (legacy?.form ?? form)?.id ?? null,
      reportingYear,
      unit,
    })),
    findings: countFindings(failure ? [failure] : findings),
    waived: waived.length,
  };
}

export const offerStatus = ({ connection, changes }: Context): void =>
  changes.on('judged', ({ analysis }) => inBackground(connection, STATUS, connection.sendNotification(STATUS, statusOf(analysis))));
