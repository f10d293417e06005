import type pg from 'pg';

/** Far more than the product has; lists of many lengths must not fill the server's memory. */
const mostStatements = 500;

const names = new Map<string, string>();

/**
 * Has a connection keep each statement it met, so that PostgreSQL reads and plans it once and not at every request.
 * Names are the process's, and a connection that has not met a name yet prepares it by itself.
 */
export function prepareStatements(client: pg.Client): void {
  const ask = client.query.bind(client) as (...query: unknown[]) => unknown;
  const prepared = (text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' && isList(values) ? nameOf(text) : undefined;
    return name ? ask({ name, text, values }, ...rest) : ask(text, values, ...rest);
  };
  client.query = prepared as typeof client.query;
}

const isList = (values: unknown): boolean => Array.isArray(values) && values.length > 0;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostStatements) return known;
  const name = `gatehouse_${names.size}`;
  names.set(text, name);
  return name;
}
