// Installs Debian's packages where that needs no question: on a Debian-like system, as root.
import { existsSync } from 'node:fs';
import { capture, mustRun } from './run.mjs';

export const canInstall = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/**
 * The package lists may be old or absent on a new machine: they are fetched only when the first try fails.
 * @param {readonly string[]} packages
 */
export async function installPackages(packages) {
  console.log(`正在用 apt 安装 ${packages.join('、')}… / Installing ${packages.join(', ')} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  if ((await capture('apt-get', install, { env })).code === 0) return;
  await mustRun('apt-get', ['update'], { env, quiet: true });
  await mustRun('apt-get', install, { env, quiet: true });
}
