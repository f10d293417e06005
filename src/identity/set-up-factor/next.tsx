import type { SetUpStep } from './set-up-step.ts';

/** Carries where a log in goes on to through every form. */
export const Next = ({ step: { next } }: { step: SetUpStep }) =>
  next ? <input type="hidden" name="next" value={next} /> : null;
