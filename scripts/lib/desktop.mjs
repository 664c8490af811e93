// Finds VS Code's desktop program, where there is one and a screen to show it on.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { cache } from './paths.mjs';

const COMMANDS = process.platform === 'win32' ? ['code.cmd'] : ['code', 'codium'];
const MAC_COMMAND = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/** Where the program itself lies, seen from the folder of its command. */
const BESIDE_COMMAND = ['../code', '../codium', '../Code.exe', '../../../MacOS/Code', '../../../MacOS/Electron'];

/** Whether a window can be opened here. */
const hasScreen = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/**
 * The `code` command, as a person calls it from a shell.
 * @returns {string | undefined}
 */
export function findDesktopCode() {
  // In the terminal of a remote window `code` talks to that window, which loads no extension from a folder.
  if (!hasScreen() || process.env.VSCODE_IPC_HOOK_CLI !== undefined) return undefined;
  const dirs = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = dirs.flatMap((dir) => COMMANDS.map((name) => path.join(dir, name)));
  return [...onPath, MAC_COMMAND].find((place) => existsSync(place));
}

/**
 * The program that `@vscode/test-electron` starts: the named one, the installed one, or one that it downloads.
 * @returns {Promise<string | undefined>} undefined where there is none, or no screen
 */
export async function findDesktopProgram() {
  const named = process.env.VSCODE_EXECUTABLE_PATH;
  if (named !== undefined) return named;
  if (!hasScreen()) return undefined;
  const command = findDesktopCode();
  const dir = command && path.dirname(realpathSync(command));
  const installed = dir && BESIDE_COMMAND.map((place) => path.join(dir, place)).find((place) => existsSync(place));
  if (installed) return installed;
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ cachePath: cache, timeout: 15_000 });
  } catch (error) {
    console.log(`没有下载到 VS Code，改用内嵌的 / VS Code was not downloaded, the embedded one is used: ${error}`);
    return undefined;
  }
}
