/** Which files were changed since a revision in git; each repository is asked once, when its first file is met. */
import { dirname, sep } from 'node:path';
import type { Localized } from '../../core/index.ts';
import type { Changes, Host } from '../host.ts';
import { noSuchRevision, notInGit, reasonOf } from '../messages.ts';

type Since = (identity: string) => Promise<boolean | { readonly failure: Localized }>;

export function changedSince(rev: string, changes: Host['changes']): Since {
  const repositories: Extract<Changes, { kind: 'changes' }>[] = [];
  let failure: Localized | null = null;
  return async (identity) => {
    // Said once: of each of thousands of files it would be the same.
    if (failure) return false;
    const known = repositories.find(({ root }) => identity.startsWith(root + sep));
    if (known) return known.files.has(identity);
    try {
      const found = await changes(rev, dirname(identity));
      if (found.kind === 'changes') {
        repositories.push(found);
        return found.files.has(identity);
      }
      failure = found.kind === 'no-revision' ? noSuchRevision(rev) : notInGit({ 'zh-cn': found.reason, en: found.reason });
    } catch (error) {
      failure = notInGit(reasonOf(error));
    }
    return { failure };
  };
}
