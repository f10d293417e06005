import type pg from 'pg';

/** More than the product has; lists of many lengths must not fill the server's memory. */
const mostStatements = 1000;

/**
 * Has the connections of one pool keep each statement they met, so that PostgreSQL reads and plans it once and not at
 * every request. Names are the pool's, and a connection that has not met a name yet prepares it by itself.
 */
export function preparingStatements(): (client: pg.Client) => void {
  const nameOf = namesOfStatements();
  return (client) => {
    const ask = client.query.bind(client) as (...query: unknown[]) => unknown;
    const prepared = (text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
      const name = typeof text === 'string' && isList(values) ? nameOf(text) : undefined;
      return name ? ask({ name, text, values }, ...rest) : ask(text, values, ...rest);
    };
    client.query = prepared as typeof client.query;
  };
}

const isList = (values: unknown): boolean => Array.isArray(values) && values.length > 0;

function namesOfStatements(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known || names.size >= mostStatements) return known;
    const name = `gatehouse_${names.size}`;
    names.set(text, name);
    return name;
  };
}
