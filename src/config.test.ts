import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../tests/running/temporary-folder.ts';
import { readConfig } from './config.ts';

const complete = {
  DATABASE_URL: 'postgres://gatehouse:secret@db.example/gatehouse',
  GATEHOUSE_ROOT_KEYS: `1:${randomBytes(32).toString('base64')}`,
  GATEHOUSE_ORIGIN: 'https://portal.example',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'noreply@portal.example',
};

const problemsOf = async (
  environment: Record<string, string>,
  mode: 'sandbox' | 'production' = 'production',
) => {
  const read = await readConfig({ mode }, environment);
  return read.outcome === 'refused' ? read.problems : [];
};

test('production names everything that is missing at once', async () => {
  const problems = await problemsOf({});
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(Object.keys(complete));
});

test('production starts with everything it needs, and listens on loopback unless told otherwise', async () => {
  const read = await readConfig({ mode: 'production' }, complete);
  expect(read).toMatchObject({
    outcome: 'read',
    config: { sandbox: false, origin: 'https://portal.example', host: '127.0.0.1', trustedProxies: [] },
  });
});

test.each([
  ['GATEHOUSE_ORIGIN', 'http://portal.example'],
  ['GATEHOUSE_ORIGIN', 'https://portal.example/path'],
  ['GATEHOUSE_ROOT_KEYS', Buffer.alloc(32, 'a').toString('base64')],
  ['GATEHOUSE_ROOT_KEYS', 'c2hvcnQ='],
  ['DATABASE_URL', 'mysql://db.example/gatehouse'],
  ['SMTP_URL', 'mail.example'],
  ['IMAP_URL', 'imaps://mail.example'],
  ['IMAP_URL', 'https://user:password@mail.example'],
  ['CLAMD_URL', '127.0.0.1:3310'],
  ['CLAMD_URL', 'tcp://scanner.example'],
  ['CLAMD_URL', 'unix:clamd.ctl'],
  ['MAIL_FROM', 'Gatehouse'],
  ['GATEHOUSE_PORT', '70000'],
  ['DATABASE_POOL_SIZE', '1.5'],
  ['TRUSTED_PROXIES', '10.0.0.0/8, proxy'],
  ['METRICS_TOKEN', 'short'],
  ['NOTIFY_URL', 'http://notify.example'],
  ['SMS_CALLBACK_TOKEN', 'short'],
  ['LOG_LEVEL', 'loud'],
])('%s may not be %s', async (name, value) => {
  const problems = await problemsOf({ ...complete, [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} `));
});

test('a secret is never repeated in what is said about it', async () => {
  const problems = await problemsOf({
    ...complete,
    DATABASE_URL: 'mysql://u:hunter2@db',
    METRICS_TOKEN: 'hunter2',
  });
  expect(problems.join()).not.toContain('hunter2');
});

test('a secret can come from a file, but not from both places', async () => {
  const file = join(await temporaryFolder(), 'smtp');
  await writeFile(file, 'smtps://from-file.example\n');
  const { SMTP_URL, ...others } = complete;
  const read = await readConfig({ mode: 'production' }, { ...others, SMTP_URL_FILE: file });
  expect(read).toMatchObject({ config: { smtpUrl: 'smtps://from-file.example' } });
  expect(await problemsOf({ ...complete, SMTP_URL_FILE: file })).toEqual([
    'SMTP_URL and SMTP_URL_FILE are both set; keep one of them.',
  ]);
  expect(await problemsOf({ ...others, SMTP_URL_FILE: `${file}-gone` })).toHaveLength(1);
});

const notify = {
  NOTIFY_API_KEY: 'portal-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
  NOTIFY_TEMPLATE_ID: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
};
const gateway = { SMS_GATEWAY_URL: 'https://sms.example/texts/', SMS_GATEWAY_TOKEN: 'a-token' };

test('texts go by Notify or by a gateway, of which everything must be set, and only one', async () => {
  const read = async (more: object) => {
    const outcome = await readConfig({ mode: 'production' }, { ...complete, ...more });
    return outcome.outcome === 'read' ? outcome.config.texts : outcome.problems;
  };
  expect(await read(notify)).toEqual({
    by: 'notify',
    apiKey: notify.NOTIFY_API_KEY,
    templateId: notify.NOTIFY_TEMPLATE_ID,
    url: 'https://api.notifications.service.gov.uk',
  });
  expect(await read(gateway)).toEqual({ by: 'gateway', url: 'https://sms.example/texts', token: 'a-token' });
  expect(await read({})).toBeUndefined();
  expect(await read({ NOTIFY_API_KEY: notify.NOTIFY_API_KEY })).toEqual([
    'NOTIFY_API_KEY and NOTIFY_TEMPLATE_ID belong together; set both or neither.',
  ]);
  expect(await read({ ...notify, ...gateway })).toEqual([
    'NOTIFY_API_KEY and SMS_GATEWAY_URL are both set; keep one of them.',
  ]);
  for (const wrong of [{ NOTIFY_API_KEY: 'a-key' }, { NOTIFY_TEMPLATE_ID: 'codes' }])
    expect(await read({ ...notify, ...wrong })).toHaveLength(1);
  expect(await read({ ...gateway, SMS_GATEWAY_URL: 'http://sms.example/' })).toHaveLength(1);
});

test('nobody is offered codes by text where nothing sends them, and the sandbox keeps them', async () => {
  const methods = async (mode: 'sandbox' | 'production', more: object) => {
    const read = await readConfig({ mode }, { ...complete, ...more });
    return read.outcome === 'read' ? read.config.settings.secondFactor.methods : read.problems;
  };
  expect(await methods('production', {})).not.toContain('text');
  expect(await methods('production', notify)).toContain('text');
  expect(await methods('sandbox', notify)).toContain('text');
  const file = join(await temporaryFolder(), 'settings.json');
  await writeFile(file, '{"secondFactor":{"methods":["text"],"textAlone":true}}');
  expect(await methods('production', { GATEHOUSE_SETTINGS: file })).toEqual([
    expect.stringMatching(/^secondFactor\.methods offers text messages alone/),
  ]);
  expect(await methods('production', { GATEHOUSE_SETTINGS: file, ...gateway })).toEqual(['text']);
});

test('a profile that does not exist is refused with the names of those that do', async () => {
  const read = await readConfig({ mode: 'sandbox', profile: 'clinik' }, {});
  expect(read).toMatchObject({ outcome: 'refused', problems: [expect.stringContaining('recommended')] });
});

test('the sandbox needs nothing, stays on this machine and sends nothing, whatever is set', async () => {
  const everything = { ...complete, GATEHOUSE_HOST: '0.0.0.0', TRUSTED_PROXIES: '10.0.0.0/8' };
  for (const environment of [{}, everything])
    expect(await readConfig({ mode: 'sandbox', port: '4000' }, environment)).toMatchObject({
      outcome: 'read',
      config: {
        sandbox: true,
        host: '127.0.0.1',
        origin: 'http://localhost:4000',
        smtpUrl: undefined,
        trustedProxies: [],
      },
    });
});
