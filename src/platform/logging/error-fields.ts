import { scrub } from './scrub.ts';

/** What a log says about an error. Everything not named here is left out: pg's `detail`, parameters, bodies, … */
export interface ErrorFields {
  type: string;
  code?: string;
  message: string;
  /** Only the frames; the first lines of a stack repeat the message. */
  stack?: string[];
  constraint?: string;
  cause?: ErrorFields;
}

const deepestCause = 3;

export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is no Error was thrown' };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code: scrub(code) } : {}),
    message: scrub(isFromDatabase(error) ? withoutValues(error.message) : error.message),
    ...(error.stack ? { stack: framesOf(error.stack) } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(error.cause !== undefined && depth < deepestCause
      ? { cause: errorFields(error.cause, depth + 1) }
      : {}),
  };
}

const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());

const isFromDatabase = (error: Error): boolean =>
  'severity' in error && /^[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code));

/** PostgreSQL quotes what it was given and its own names alike; `constraint` says which rule it was. */
const withoutValues = (message: string): string => message.replace(/".*"/gs, '"…"').replace(/'.*'/gs, "'…'");
