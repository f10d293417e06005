import type { Config, ConfigOutcome } from '../config.ts';
import { refusal } from '../platform/postgres-server/index.ts';

/** The configuration, or a refusal that names every problem, one a line. */
export function requireConfig(read: ConfigOutcome): Config {
  if (read.outcome === 'refused') throw refusal(read.problems.join('\n'));
  return read.config;
}
