import { setTimeout as wait } from 'node:timers/promises';
import { authenticate } from 'mailauth';
import { type Duration, seconds } from '../../kernel/duration.ts';
import type { ResolveDns } from '../../platform/dns/resolve-dns.ts';
import type { CheckResult, SenderCheck } from '../tickets/sender-check.ts';

/** Each signature is checked over the whole: no honest mail has more, and none so large has as many. */
const mostSignatures = 20;
const mostToCheck = 160 * 1024 * 1024;
/** Every line that goes on with a header costs as much as all before it. */
const mostHeaderLines = 5_000;
const beyondChecking: SenderCheck = { spf: 'none', dkim: 'fail', dmarc: 'fail' };

const noAnswer: SenderCheck = { spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };

/** Asks the sender's domain whether it sent this. What cannot be asked is said so, and keeps no mail waiting. */
export async function checkSender(
  raw: Buffer,
  resolveDns: ResolveDns,
  patience: Duration = seconds(8),
): Promise<SenderCheck> {
  if (!canBeChecked(raw)) return beyondChecking;
  const given = new AbortController();
  const tooLate = wait(patience, noAnswer, { signal: given.signal });
  try {
    return await Promise.race([ask(raw, resolveDns), tooLate]);
  } catch {
    return noAnswer;
  } finally {
    given.abort();
    tooLate.catch(() => undefined);
  }
}

function canBeChecked(raw: Buffer): boolean {
  const start = raw.subarray(0, 1024 * 1024).toString('latin1');
  const head = start.slice(0, /\r?\n\r?\n/.exec(start)?.index);
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0;
  const signatures = count(/^(dkim-signature|arc-message-signature)[ \t]*:/gim);
  if (signatures > mostSignatures || signatures * raw.length > mostToCheck) return false;
  return count(/\n/g) <= mostHeaderLines;
}

/** Our own mail server wrote the newest `Received` and the `Return-Path`, so those are believed. */
async function ask(raw: Buffer, resolver: ResolveDns): Promise<SenderCheck> {
  const { spf, dkim, dmarc } = await authenticate(raw, {
    resolver,
    trustReceived: true,
    mta: 'localhost',
    disableArc: true,
    disableBimi: true,
    rejectRsaSha1: true,
  });
  return {
    spf: spf ? resultOf(spf.status.result) : 'none',
    dkim: best(dkim.results.map(({ status }) => resultOf(status.result))),
    // More than one sender in the header is a trick that the check itself refuses to judge.
    dmarc: dmarc
      ? resultOf(dmarc.status.result)
      : dkim.fromFields > 1 || dkim.headerFrom.length > 1
        ? 'fail'
        : 'none',
  };
}

const known: ReadonlySet<string> = new Set<CheckResult>([
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'temperror',
  'permerror',
]);

const resultOf = (result: string): CheckResult =>
  known.has(result)
    ? (result as CheckResult)
    : result === 'temperr'
      ? 'temperror'
      : result === 'policy'
        ? 'fail'
        : 'neutral';

const order: readonly CheckResult[] = [
  'pass',
  'temperror',
  'fail',
  'permerror',
  'softfail',
  'neutral',
  'none',
];

const best = (results: readonly CheckResult[]): CheckResult =>
  order.find((each) => results.includes(each)) ?? 'none';
