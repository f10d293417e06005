import { type DestinationStream, type Logger, pino } from 'pino';
import { safeFields } from './safe-fields.ts';
import { scrub } from './scrub.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** A sentence of ours, and fields beside it; an error goes in the field `err`. */
export type Say = (fields: Record<string, unknown>, message: string) => void;

export interface Log {
  readonly debug: Say;
  readonly info: Say;
  readonly warn: Say;
  readonly error: Say;
}

export interface LogOptions {
  level: LogLevel;
  /** Standard output unless given. */
  destination?: DestinationStream;
}

/** One JSON object a line. Nothing gets past without being scrubbed, whatever a caller hands over. */
export function createLog({ level, destination }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Errors are plain fields by then; pino's own serializer would add what we left out.
      serializers: { err: (fields) => fields },
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );
  return {
    debug: say(logger, 'debug'),
    info: say(logger, 'info'),
    warn: say(logger, 'warn'),
    error: say(logger, 'error'),
  };
}

const say =
  (logger: Logger, level: keyof Log): Say =>
  (fields, message) => {
    if (logger.isLevelEnabled(level)) logger[level](safeFields(fields), scrub(message));
  };
