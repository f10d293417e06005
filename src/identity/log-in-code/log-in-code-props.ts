import type { Settings } from '../../platform/settings/settings.ts';
import type { FormState, ShownNotice } from '../../ui/index.ts';
import type { CodeStep } from './code-step.ts';
import type { LogInCodeWords } from './log-in-code.words.ts';

export interface LogInCodeProps {
  form: FormState;
  step: CodeStep;
  next: string;
  now: Date;
  settings: Settings;
  notices: readonly ShownNotice[];
  /** After a wrong code. */
  left?: number;
}

/** What each part of the page is given. */
export interface PartProps extends LogInCodeProps {
  words: LogInCodeWords;
}
