import type { Duration } from '../kernel/duration.ts';

export interface Question {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  within: Duration;
}

export type ExchangeOutcome =
  | Answer
  /** No whole answer came. `mayHaveArrived`: the question may be with the other side all the same. */
  | { outcome: 'failed'; problem: string; mayHaveArrived: boolean };

export interface Answer {
  outcome: 'answered';
  status: number;
  /** Undefined where it was no JSON, or more of it than any answer needs. */
  body: unknown;
}

/** One question to a machine and its answer; follows nobody elsewhere. */
export async function exchange({ method, url, headers, body, within }: Question): Promise<ExchangeOutcome> {
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : json), ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(within),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { outcome: 'answered', status: response.status, body: readJson(await readText(response)) };
  } catch (error) {
    const code = codeOf(error);
    return { outcome: 'failed', problem: code, mayHaveArrived: !neverArrived.test(code) };
  }
}

const json = { 'content-type': 'application/json' };
const longest = 64 * 1024;

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > longest) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nobody there, no way there, or a certificate that nobody vouches for: the question never left. */
const neverArrived =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|EPROTO)$|CERT|SIGNATURE|^ERR_(TLS|SSL)/;

/** The code alone: messages hold addresses. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
  return typeof cause?.code === 'string' ? cause.code : (name ?? 'Error');
}
