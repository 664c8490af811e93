/** Emacs and eglot with the settings of docs/editors.md: the findings are shown, and a quick fix is taken as a person takes it. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from './settings.ts';
import { createWorkplace, FILES, type Workplace } from './workplace.ts';

/** Without a window; what is installed beside Emacs is there as it is for a person. */
const EMACS = ['--batch', '--eval', '(package-initialize)'];
const hasEglot = spawnSync('emacs', [...EMACS, '--eval', "(require 'eglot)"]).status === 0;

const MEND = `
(defun await (what happened)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall happened))
      (when (> (float-time) end) (error "%s" what))
      (accept-process-output nil 0.05))))
(setq eglot-connect-timeout 60)
(find-file (getenv "REPORT"))
;; Without a window there are no commands, after which this would run.
(run-hooks 'post-command-hook)
(await "not connected" #'eglot-managed-p)
(flymake-start)
(await "no findings" #'flymake-diagnostics)
(let ((shown (mapconcat (lambda (finding)
                          (format "%d %s\\n"
                                  (line-number-at-pos (flymake-diagnostic-beg finding))
                                  (flymake-diagnostic-text finding)))
                        (flymake-diagnostics) "")))
  (with-temp-file (getenv "OUT")
    (let ((coding-system-for-write 'utf-8)) (insert shown))))
(goto-char (point-min))
(flymake-goto-next-error)
;; Return at the question which fix to take: the preferred one.
(let ((last-nonmenu-event ?x)
      (completing-read-function (lambda (_prompt _all _test _must _typed _past default &rest _) default)))
  (call-interactively #'eglot-code-actions))
(save-buffer)
`;

// Where it is not installed, nothing here can be said about it; scripts/test/units.mjs installs it where it can.
describe.skipIf(!hasEglot)('Emacs (skipped where it or eglot is not installed)', () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await createWorkplace();
  });
  afterAll(() => workplace.remove());

  it.each(FILES)('shows the findings and applies a quick fix: $name', (file) => {
    const settings = workplace.script('init.el', installed('Emacs', workplace.server).join('\n'));
    const { shown, saved, due } = workplace.mend('emacs', [...EMACS, '-l', settings, '-l', workplace.script('mend.el', MEND)], file);
    expect(shown.filter((line) => /^\d+ disclosure-report \[suspect-cell\]: 一、.*should be 0, is 5$/.test(line))).toHaveLength(1);
    expect(saved.equals(due)).toBe(true);
  });
});
