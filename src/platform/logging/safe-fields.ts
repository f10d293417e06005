import { errorFields } from './error-fields.ts';
import { scrub } from './scrub.ts';

const deepest = 4;

/** Ours to show: ids, addresses of routes, counts, states. Names that say "personal" or "secret" lose their value. */
export const safeFields = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, safeValue(name, value, 0)]));

function safeValue(name: string, value: unknown, depth: number): unknown {
  if (isTelling(name) && !isErrorCode(name, value)) return '[left out]';
  if (value instanceof Error) return errorFields(value);
  if (typeof value === 'string') return scrub(value);
  if (value instanceof Date) return value;
  if (value === null || typeof value !== 'object') return value;
  if (depth >= deepest || !isPlain(value)) return '[left out]';
  if (Array.isArray(value)) return value.map((item) => safeValue('', item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([inner, held]) => [inner, safeValue(inner, held, depth + 1)]),
  );
}

const isPlain = (value: object): boolean =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));

const isTelling = (name: string): boolean =>
  /^(to|url|body|headers?|params|parameters|query|detail|subject|html|text|address|identifier|postcode)$|name$|email|phone|passw|passphrase|secret|token|cookie|authorization|csrf|code$|hash$/i.test(
    name,
  );

/** `ECONNREFUSED`, `ERR_…` or five signs of SQLSTATE, unlike any code that people are sent. */
const isErrorCode = (name: string, value: unknown): boolean =>
  name === 'code' && typeof value === 'string' && /^(E[A-Z]+|ERR_[A-Z0-9_]+|[0-9A-Z]{5})$/.test(value);
