export type FileProblem =
  | 'no-file'
  | 'not-csv'
  | 'not-utf8'
  | 'not-json'
  | 'no-email-column'
  | 'unknown-columns'
  | 'no-users'
  | 'too-large';

/** Ends the reading of a file, from wherever it got to: the command has words for each problem. */
export class UnreadableAccounts extends Error {
  readonly problem: FileProblem;
  /** The line it happened on, or the names of the columns. */
  readonly about: string;
  constructor(problem: FileProblem, about = '') {
    super(`accounts cannot be read: ${problem}`);
    this.problem = problem;
    this.about = about;
  }
}
