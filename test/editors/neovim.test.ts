/** Neovim with the settings of docs/editors.md: the findings are shown, and a quick fix is taken as a person takes it. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from './settings.ts';
import { createWorkplace, FILES, type Workplace } from './workplace.ts';

/** `nil` before 0.8; nothing where Neovim is not there. */
const start = spawnSync('nvim', ['--headless', '-u', 'NONE', '-c', 'lua io.write(tostring(vim.lsp.start ~= nil))', '-c', 'quit']);

const MEND = `
local function await(what, happened)
  if not vim.wait(60000, happened, 20) then io.stderr:write(what) vim.cmd('cquit') end
end
local changed
vim.ui.select = function(items, _, choose)
  for _, item in ipairs(items) do
    if (item.action or item[2]).isPreferred then changed = vim.b.changedtick return choose(item) end
  end
end
await('no findings', function() return #vim.diagnostic.get(0) > 0 end)
local shown = {}
for _, finding in ipairs(vim.diagnostic.get(0)) do
  table.insert(shown, (finding.lnum + 1) .. ' ' .. finding.message)
end
vim.fn.writefile(shown, vim.env.OUT)
vim.cmd('normal! gg')
vim.diagnostic.goto_next()
vim.lsp.buf.code_action()
await('no fix', function() return changed and vim.b.changedtick > changed end)
vim.cmd('write')
vim.cmd('quitall!')
`;

// Where it is not installed, nothing here can be said about it; scripts/test/units.mjs installs it where it can.
describe.skipIf(start.status !== 0)('Neovim (skipped where it is not installed)', () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await createWorkplace();
  });
  afterAll(() => workplace.remove());

  it.each(FILES)('shows the findings and applies a quick fix: $name', (file) => {
    const [newer = '', older = ''] = installed('Neovim', workplace.server);
    const settings = workplace.script('init.lua', start.stdout.includes('true') ? newer : older);
    const { shown, saved, due } = workplace.mend(
      'nvim',
      ['--headless', '-n', '-u', settings, 'report.txt', '-c', `luafile ${workplace.script('mend.lua', MEND)}`],
      file,
    );
    expect(shown[0]).toMatch(/^\d+ 一、.*should be 0, is 5$/);
    expect(saved.equals(due)).toBe(true);
  });
});
