/** What the editor's status item says of a document. */
import type { Analysis } from './documents.ts';
import type { DocumentStatus } from './protocol.ts';

export function statusOf({ uri, version, document, findings, waived }: Analysis): DocumentStatus {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return {
    uri,
    version,
    reports: document.reports.map(({ form, legacy, reportingYear, unit }) => ({
      edition: (legacy?.form ?? form)?.id ?? null,
      reportingYear,
      unit,
    })),
    findings: counts,
    waived: waived.length,
  };
}
