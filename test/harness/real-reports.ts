/** The real reports beside the repository. Few machines have them; elsewhere their tests are reported as skipped, not left out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

export const REAL_REPORTS = fileURLToPath(new URL('../../../shared/reports', import.meta.url));
const isThere = existsSync(REAL_REPORTS);

/** For a `describe` whose name says why it may be skipped. */
export const describeReal = describe.skipIf(!isThere);

export const realReport = (name: string): string => readFileSync(path.join(REAL_REPORTS, name), 'utf8');

/** None where they are not at hand. */
export const realReports = (): { readonly name: string; readonly text: string }[] =>
  isThere ? readdirSync(REAL_REPORTS).map((name) => ({ name, text: realReport(name) })) : [];
