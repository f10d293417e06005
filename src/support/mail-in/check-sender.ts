import { setTimeout as wait } from 'node:timers/promises';
import { dmarc as askDmarc, authenticate, type DMARCResult } from 'mailauth';
import { type Duration, seconds } from '../../kernel/duration.ts';
import { type EmailAddress, readEmailAddress } from '../../kernel/email-address.ts';
import type { ResolveDns } from '../../platform/dns/resolve-dns.ts';
import { beyondChecking, type CheckResult, type SenderCheck } from '../tickets/sender-check.ts';

/** Each signature is checked over the whole: no honest mail has more, and none so large has as many. */
const mostSignatures = 20;
const mostToCheck = 160 * 1024 * 1024;
/** Every line that goes on with a header costs as much as all before it. */
const mostHeaderLines = 5_000;

const noAnswer: SenderCheck = { spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };

/**
 * Asks the domain of the sender, as we read it, whether it sent this. What cannot be asked is said so, and keeps no mail
 * waiting.
 */
export async function checkSender(
  raw: Buffer,
  from: EmailAddress,
  resolveDns: ResolveDns,
  patience: Duration = seconds(8),
): Promise<SenderCheck> {
  if (!canBeChecked(raw)) return beyondChecking;
  const checked = await within(patience, ask(raw, from, resolveDns));
  if (checked) return checked;
  // Signatures of anybody's domain can take all that time; what the sender's own says of its mail is still asked.
  const dmarc = await within(patience, askPolicy(from, resolveDns));
  return dmarc ? { ...noAnswer, dmarc } : noAnswer;
}

/** Undefined when it fails or takes longer. */
async function within<Answer>(patience: Duration, answer: Promise<Answer>): Promise<Answer | undefined> {
  const given = new AbortController();
  const tooLate = wait(patience, undefined, { signal: given.signal });
  try {
    return await Promise.race([answer, tooLate]);
  } catch {
    return undefined;
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
async function ask(raw: Buffer, from: EmailAddress, resolver: ResolveDns): Promise<SenderCheck> {
  const { spf, dkim, dmarc } = await authenticate(raw, {
    resolver,
    trustReceived: true,
    mta: 'localhost',
    disableArc: true,
    disableBimi: true,
    rejectRsaSha1: true,
  });
  const isOfSender = dkim.fromFields === 1 && namesOnly(dkim.headerFrom, from);
  return {
    spf: spf ? resultOf(spf.status.result) : 'none',
    dkim: best(dkim.results.map(({ status }) => resultOf(status.result))),
    // A sender whom the check reads otherwise than we do is a trick: what it found out is about somebody else.
    dmarc: !isOfSender || isAddedTo(dmarc) ? 'fail' : dmarc ? resultOf(dmarc.status.result) : 'none',
  };
}

const namesOnly = ([one, another]: readonly string[], { canonical }: EmailAddress): boolean =>
  another === undefined && readEmailAddress(one ?? '')?.canonical === canonical;

/** Whether the one signature that speaks for it leaves out the end of what it says. */
const isAddedTo = (dmarc: DMARCResult | false): boolean =>
  dmarc !== false && !dmarc.alignment?.spf.result && (dmarc.alignment?.dkim.underSized ?? 0) > 0;

/** What is said of a mail for which nothing speaks. */
async function askPolicy({ canonical }: EmailAddress, resolver: ResolveDns): Promise<CheckResult> {
  const found = await askDmarc({ headerFrom: [canonical], spfDomains: [], dkimDomains: [], resolver });
  return found ? resultOf(found.status.result) : 'none';
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
