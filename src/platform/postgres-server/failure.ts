import { refusal } from './refusal.ts';

/** What went wrong, from what a program wrote: a full disk keeps its own code wherever it was met. */
export function failureOf(output: string, sentence: string): Error {
  if (/no space left on device/i.test(output)) return Object.assign(new Error(sentence), { code: 'ENOSPC' });
  return refusal(sentence);
}

export function lastLine(output: string): string {
  const lines = output.trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '';
}
