import { expect, test } from 'vitest';
import { errorFields } from './error-fields.ts';
import { createLog } from './log.ts';
import { requestFields, truncatedNetwork } from './request-fields.ts';

/** Writes with a real log and gives back what stands in it. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }));
  return lines.join('');
}

const personal = [
  'amara.okafor@northgate.example',
  'Amara Okafor',
  'correct horse battery 7',
  '07700 900123',
  '4Vn3k9Qx2LmZ8sT1uYpB6wRc0aHd5eJf7gKiNoPqStU',
  '48291736',
];
const [address, name, password, phone, token, code] = personal as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const expectNothingPersonal = (lines: string) => {
  for (const secret of personal) expect(lines).not.toContain(secret);
};

test('a field whose name says that it is personal or secret loses its value, at any depth', () => {
  const lines = written((log) =>
    log.info(
      { email: address, person: { fullName: name, phone, list: [{ token, password }] }, code, to: address },
      'saved',
    ),
  );
  expectNothingPersonal(lines);
  expect(JSON.parse(lines)).toMatchObject({ level: 'info', msg: 'saved' });
});

test('addresses, phone numbers, tokens and codes are taken out of any text', () => {
  const lines = written((log) => {
    log.warn({ note: `${address} called from ${phone}` }, `link /reset-password/${token} and code ${code}`);
    log.info({}, `at https://portal.example/activate?key=${token}&who=${address}`);
    log.error({ note: `Bearer ${token} of ${address}` }, `smtp://gatehouse:${token}@mail.example refused`);
  });
  expectNothingPersonal(lines);
  expect(lines).toContain('[address] called from [digits]');
});

test('an error keeps its type, code, frames and rule, and nothing it was given', () => {
  const failure = Object.assign(
    new Error(`duplicate key value violates unique constraint "account_email" (${address})`),
    {
      severity: 'ERROR',
      code: '23505',
      detail: `Key (canonical)=(${address}) already exists.`,
      parameters: [name, password],
      where: name,
      constraint: 'account_email_current_address',
      cause: Object.assign(new Error(`invalid input syntax for type uuid: "${name}"`), {
        severity: 'ERROR',
        code: '22P02',
      }),
    },
  );
  const lines = written((log) => {
    log.error({ err: failure }, 'a surprise');
    log.error({ err: errorFields(failure) }, 'already told as fields');
    log.error({ failure, inner: { failure } }, failure.message.slice(-40));
  });
  expectNothingPersonal(lines);
  const [first, second] = lines.trim().split('\n');
  expect(JSON.parse(second ?? '').err).toEqual(JSON.parse(first ?? '').err);
  expect(JSON.parse(first ?? '').err).toMatchObject({
    type: 'Error',
    code: '23505',
    constraint: 'account_email_current_address',
    stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
    cause: { code: '22P02' },
  });
});

test('what is thrown need not be an error, nor what is logged be plain', () => {
  class Account {
    owner = name;
  }
  const circle: Record<string, unknown> = { at: new Date('2026-03-02T09:00Z') };
  circle.itself = circle;
  const lines = written((log) => {
    log.info({ account: new Account(), bytes: Buffer.from(password), circle }, 'odd');
    log.error({ err: address }, 'thrown text');
  });
  expectNothingPersonal(lines);
  expect(lines).toContain('2026-03-02T09:00:00.000Z');
});

test('a request is logged by its address pattern and a truncated network, never by what was asked', () => {
  const fields = requestFields(
    {
      id: '0195534c-8d00-7000-8000-000000000001',
      method: 'GET',
      ip: '203.0.113.77',
      routeOptions: { url: '/activate/:token' },
      url: `/activate/${token}?email=${address}`,
      headers: { cookie: token },
    } as never,
    { statusCode: 200, elapsedTime: 12.345 },
  );
  const line = JSON.parse(written((log) => log.info({ ...fields }, 'answered')));
  expect(line).toMatchObject({
    requestId: '0195534c-8d00-7000-8000-000000000001',
    method: 'GET',
    route: '/activate/:token',
    status: 200,
    durationMs: 12.3,
    network: '203.0.113.0/24',
  });
  expect(Object.keys(line).sort()).toEqual(
    ['durationMs', 'level', 'method', 'msg', 'network', 'requestId', 'route', 'status', 'time'].sort(),
  );
});

test('a network is cut to what many people share', () => {
  expect(truncatedNetwork('::ffff:203.0.113.77')).toBe('203.0.113.0/24');
  expect(truncatedNetwork('2001:db8:aaaa:bbbb::1')).toBe('2001:db8:aaaa::/48');
  expect(truncatedNetwork('nonsense')).toBe('unknown');
});
