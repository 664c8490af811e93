// Starts other programs and waits for them; nothing here goes through a shell except npm on Windows.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** @typedef {{cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, stdin?: 'ignore' | 'inherit'}} RunOptions */

/**
 * Runs a program to its end with its output on ours, and gives its exit code.
 * Standard input is closed unless asked for, so that no program can wait for an answer.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options] `quiet` keeps the output back and shows it only after a failure
 * @returns {Promise<number>}
 */
export async function run(command, args, options = {}) {
  const { code, output } = await execute(command, args, options, options.quiet ? 'pipe' : 'inherit');
  if (options.quiet && code !== 0) process.stderr.write(output);
  return code;
}

/**
 * Like `run`, but a program that fails is an error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export async function mustRun(command, args, options = {}) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${code}`);
}

/**
 * Runs a program and gives what it wrote, standard output and standard error together.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string}>}
 */
export const capture = (command, args, options = {}) => execute(command, args, options, 'pipe');

/** npm as a program: the one that started us, so that its version and settings stay the same. */
export const npm = process.env.npm_execpath?.endsWith('.js')
  ? { command: process.execPath, args: [process.env.npm_execpath] }
  : { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<{code: number, output: string}>}
 */
function execute(command, args, { cwd = root, env = process.env, stdin = 'ignore' }, output) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd');
    const child = spawn(command, [...args], { cwd, env, shell, stdio: [stdin, output, output] });
    let text = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      text += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: text }));
  });
}
