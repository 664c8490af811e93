// npm start: opens the example reports in VS Code with this extension, in the desktop program or embedded in the browser.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installVsix, startCodeServer, workbenchUrl } from './lib/code-server.mjs';
import { findDesktopCode } from './lib/desktop.mjs';
import { packageExtension } from './lib/package.mjs';
import { at, cache, root } from './lib/paths.mjs';
import { build } from './lib/prepare.mjs';
import { ensureRig } from './lib/rig.mjs';
import { mustRun } from './lib/run.mjs';

// A copy: the reader is meant to apply the fixes, and finds the faults again at the next start.
const folder = path.join(cache, 'start/examples');
rmSync(folder, { recursive: true, force: true });
cpSync(at('examples'), folder, { recursive: true });
const report = path.join(folder, '1-wrong-totals.txt');
// The first wrong total, so that the mark is in sight at once.
const place = `${report}:${readFileSync(report, 'utf8').split('\n').indexOf('\t24') + 1}:2`;

const code = process.argv.includes('--browser') ? undefined : findDesktopCode();
await (code === undefined ? embedded() : desktop(code));

/** @param {string} program */
async function desktop(program) {
  await build();
  // VS Code will not run as root with the user's own profile.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--user-data-dir', path.join(cache, 'start/profile')] : [];
  const flags = ['--new-window', '--disable-workspace-trust', `--extensionDevelopmentPath=${root}`, ...asRoot];
  await mustRun(program, [...flags, folder, '--goto', place]);
  console.log(`已在 VS Code 桌面版中打开示例 / The examples are open in the VS Code desktop program: ${folder}`);
}

async function embedded() {
  const rig = await ensureRig();
  const { file } = await packageExtension();
  const extensionsDir = path.join(cache, 'start/extensions');
  rmSync(extensionsDir, { recursive: true, force: true });
  mkdirSync(extensionsDir, { recursive: true });
  await installVsix(rig, file, extensionsDir);

  const chinese = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh');
  const settings = chinese ? { 'disclosureReport.messages': 'zh-cn' } : {};
  const server = await startCodeServer(rig, { extensionsDir, settings, port: process.env.PORT });
  console.log(
    [
      '',
      '请在浏览器中打开（只有本机能访问）/ Open in a browser (only this machine can reach it):',
      '',
      `  ${workbenchUrl(server.base, { folder, file: place })}`,
      '',
      `示例是副本，可以放心修改 / The examples are copies, change them as you like: ${folder}`,
      '按 Ctrl+C 结束 / Press Ctrl+C to end.',
      '',
    ].join('\n'),
  );
  server.ended.then(() => {
    console.error(server.log());
    process.exit(1);
  });
}
