// A checker of Stryker's that lets through the mutants of the sample and no others.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/**
 * What tells a mutant from all others, in every run.
 * @param {Pick<import('@stryker-mutator/api/core').Mutant, 'fileName' | 'location' | 'mutatorName' | 'replacement'>} mutant
 */
export const nameOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  `${path.basename(fileName)}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`;

/** Where the script leaves the names, as a list in JSON. */
export const SAMPLE = 'MUTANTS_SAMPLE';

class Sample {
  wanted = new Set(JSON.parse(readFileSync(process.env[SAMPLE] ?? '', 'utf8')));

  async init() {}

  /** @param {import('@stryker-mutator/api/core').Mutant[]} mutants */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  /** @param {import('@stryker-mutator/api/core').Mutant[]} mutants */
  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.verdictOn(mutant)]));
  }

  /**
   * @param {import('@stryker-mutator/api/core').Mutant} mutant
   * @returns {import('@stryker-mutator/api/check').CheckResult}
   */
  verdictOn(mutant) {
    if (this.wanted.has(nameOf(mutant))) return { status: CheckStatus.Passed };
    return { status: CheckStatus.CompileError, reason: 'not in the sample' };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)];
