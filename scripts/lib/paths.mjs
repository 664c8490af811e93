// Where things are: the repository, what it builds, and what the scripts keep between runs.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {...string} parts */
export const at = (...parts) => path.join(root, ...parts);

/** Kept between runs and ignored by git; removing it costs a download, nothing else. */
export const cache = at('.vscode-test');

/** Screenshots and reports of a test run. */
export const artifacts = path.resolve(process.env.ARTIFACTS_DIR ?? at('.artifacts'));

export const vsix = at('disclosure-report-lint.vsix');
