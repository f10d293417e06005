import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { readEmailAddress } from '../../src/kernel/email-address.ts';
import { checkSender } from '../../src/support/mail-in/check-sender.ts';
import { classifyMail } from '../../src/support/mail-in/classify-mail.ts';
import { foldQuotes } from '../../src/support/mail-in/fold-quotes.ts';
import { readMail } from '../../src/support/mail-in/read-mail.ts';
import { portalWithMailbox } from '../support/a-mailbox.ts';
import { dnsOf } from '../support/dns.ts';
import { goldenFolder, goldenMail } from '../support/golden-mail.ts';
import fc from '../support/properties.ts';
import { mutatedMail } from './mutated-mail.ts';

const thread = {
  answer: '<0190a1b2-0000-7000-8000-000000000001@gatehouse.example>',
  reference: 'GH-AAAA-BBBB',
};
const ours = { domain: 'gatehouse.example', addresses: ['noreply@gatehouse.example'] };
const longest = 2_000;
/** Two of the golden set are large to test size itself; ten thousand copies of them would test patience. */
const largestStart = 20_000;

async function starts(): Promise<Buffer[]> {
  const files = (await readdir(goldenFolder)).sort();
  const mails = await Promise.all(files.map((file) => goldenMail(file.replace(/\.eml$/, ''), thread)));
  return mails.filter(({ length }) => length <= largestStart);
}

test('ten thousand broken mails end nothing, none takes two seconds, and each is read or refused', {
  timeout: minutes(2),
}, async () => {
  const ends = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(mutatedMail(await starts()), async (raw) => {
      const began = performance.now();
      const mail = await readMail(raw).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Error);
      });
      ends[mail ? 'read' : 'refused'] += 1;
      if (mail) {
        classifyMail(mail, ours);
        const { body, quoted = '' } = foldQuotes(mail.text);
        expect(mail.text === '' || body !== '').toBe(true);
        expect(`${mail.subject}${mail.fromName}${body}${quoted}`).not.toContain('\0');
      }
      expect(performance.now() - began).toBeLessThan(longest);
    }),
    { numRuns: 10_000, endOnFailure: true },
  );
  expect(ends.read + ends.refused).toBeGreaterThanOrEqual(10_000);
  expect(ends.read).toBeGreaterThan(ends.refused);
});

test('the sender of a broken mail is checked in time too', { timeout: minutes(1) }, async () => {
  await fc.assert(
    fc.asyncProperty(mutatedMail(await starts()), async (raw) => {
      const began = performance.now();
      const { from = readEmailAddress('a@x.test') } = await readMail(raw).catch(() => ({ from: undefined }));
      if (!from) throw new Error('a sender');
      const check = await checkSender(raw, from, dnsOf({}));
      expect(Object.keys(check)).toEqual(['spf', 'dkim', 'dmarc']);
      expect(check.dmarc).not.toBe('pass');
      expect(performance.now() - began).toBeLessThan(longest);
    }),
    { numRuns: 500, endOnFailure: true },
  );
});

test('broken mail is never lost: each one ends, with its original kept', {
  timeout: minutes(1),
}, async () => {
  const the = await portalWithMailbox({ settings: { tickets: { repliesPerHour: 1000 } } });
  const mails = fc.sample(mutatedMail(await starts()), 40).filter(({ length }) => length > 0);
  await the.arrives(...mails);
  const kept = await the.needs.database
    .selectFrom('mail_in')
    .leftJoin('stored_file', 'stored_file.id', 'mail_in.file_id')
    .select(['mail_in.state', 'stored_file.size'])
    .orderBy('mail_in.uid')
    .execute();
  expect(kept.map(({ size }) => Number(size))).toEqual(mails.map(({ length }) => length));
  expect(kept.filter(({ state }) => state === 'waiting')).toEqual([]);
});
