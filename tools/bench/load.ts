import { runProgram } from './run-program.ts';

export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Answered {
  status: number;
  ms: number;
}

export interface Load {
  answers: Answered[];
  seconds: number;
}

/** Load comes from another process, on the same cores as what it loads. */
export const askInTime = (input: { port: number; perSecond: number; seconds: number; asks: Ask[] }) =>
  runProgram<Load>('ask-in-time.ts', input);

export const askSeveralAtOnce = (input: { port: number; atOnce: number; seconds: number; asks: Ask[] }) =>
  runProgram<Load>('ask-in-time.ts', input);

export const askAtFullSpeed = (input: {
  url: string;
  connections: number;
  seconds: number;
  requests: { path: string; headers: Record<string, string> }[];
}) => runProgram<{ perSecond: number; refused: number; p99: number }>('ask-at-full-speed.ts', input);

export const timesOf = ({ answers }: Load, status: number): number[] =>
  answers.filter((answer) => answer.status === status).map((answer) => answer.ms);

/** Counts by status, for the notes beside a number. */
export function statusesOf({ answers }: Load): string {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} × ${status || 'no answer'}`).join(', ');
}
