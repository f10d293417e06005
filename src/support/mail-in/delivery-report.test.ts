import { expect, test } from 'vitest';
import { goldenMail } from '../../../tests/support/golden-mail.ts';
import { readDeliveryReport } from './delivery-report.ts';
import { readMail } from './read-mail.ts';

const thread = {
  answer: '<0190a1b2-0000-7000-8000-000000000001@gatehouse.example>',
  reference: 'GH-AAAA-BBBB',
};

test.each([
  ['bounce-postfix', 'permanent-failure', '5.1.1'],
  ['bounce-exchange', 'permanent-failure', '5.1.10'],
  ['bounce-exim', 'permanent-failure', '5.7.1'],
  ['bounce-gmail', 'permanent-failure', '5.1.1'],
  ['bounce-qmail', 'permanent-failure', '5.1.1'],
  ['bounce-sendmail', 'permanent-failure', '5.2.2'],
  ['bounce-full-for-now', 'temporary-failure', '4.2.2'],
  ['bounce-delayed', 'delayed', '4.4.1'],
  ['bounce-delivered', 'delivered', '2.0.0'],
])('[L12] %s says %s by %s, and which message it is about', async (name, status, code) => {
  const mail = await readMail(await goldenMail(name, thread));
  const report = readDeliveryReport(mail);
  expect(report).toMatchObject({ status, code });
  expect(report?.messageIds).toContain(thread.answer);
});

test.each([
  'auto-read-receipt',
  'auto-spam-complaint',
  'auto-exchange-out-of-office',
  'reply-gmail',
  'forward-as-a-file',
])('%s is no report of a mail server', async (name) => {
  expect(readDeliveryReport(await readMail(await goldenMail(name, thread)))).toBeUndefined();
});
