/** The exit code: 0 no error-level finding, 1 some, 2 the run itself failed. */
export type ExitCode = 0 | 1 | 2;

export function verdict(problems: number, errors: number): ExitCode {
  if (problems > 0) return 2;
  return errors > 0 ? 1 : 0;
}
