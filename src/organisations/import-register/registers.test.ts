import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { practice, register } from './register-samples.ts';

/** A member of staff at the desk, who can upload files as a browser does. */
async function desk() {
  const run = await portal({ profile: 'primary-care' });
  const person = await run.addPerson({ name: 'Gwen Parry', staff: 'agent' });
  const staff = run.browser();
  await staff.get('/log-in/staff');
  await staff.post('/log-in/staff', { identifier: person.email, password: person.password });
  return {
    run,
    staff,
    upload: (content: Buffer, name = 'epraccur.csv') => upload(run, staff, content, name),
  };
}

async function upload({ server }: Portal, staff: Browser, content: Buffer, fileName: string) {
  const token = /name="csrf" value="([^"]+)"/.exec((await staff.get('/desk/registers')).html)?.[1] ?? '';
  const form = new FormData();
  form.set('csrf', token);
  form.set('file', new Blob([new Uint8Array(content)], { type: 'text/csv' }), fileName);
  const request = new Request('http://localhost:3000/desk/registers', { method: 'POST', body: form });
  const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await server.inject({
    method: 'POST',
    url: '/desk/registers',
    headers: { host: 'localhost:3000', cookie, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return {
    status: response.statusCode,
    html: response.body,
    location: String(response.headers.location ?? ''),
  };
}

test('[P11] an uploaded register is kept, waits, comes in by itself and shows its report', async () => {
  const { run, staff, upload } = await desk();
  const sent = await upload(
    register(practice({ code: 'Z90001' }), practice({ code: 'Z90002', status: 'Q' })),
  );
  expect(sent.status).toBe(303);
  const before = await staff.get(sent.location);
  expect(before.text).toContain('waiting to start');
  expect(before.headers.refresh).toBeDefined();

  await run.runDue();
  const page = await staff.get(sent.location);
  expect(page.headers.refresh).toBeUndefined();
  expect(page.text).toContain('the status is not A, C, D or P');
  expect((await staff.get('/desk/registers')).text).toContain('1 added, 0 changed, 0 closed, 1 refused');
  const row = await run.needs.database.selectFrom('register_import').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'done', content: null, rows_total: 2, rows_done: 2 });
});

test('progress is seen while the import is under way', async () => {
  const { run, staff, upload } = await desk();
  const sent = await upload(register(practice({ code: 'Z90001' })));
  await run.needs.database
    .updateTable('register_import')
    .set({ state: 'running', rows_done: 3000, rows_total: 12_000 })
    .execute();
  const page = await staff.get(sent.location);
  expect(page.html).toMatch(/<progress[^>]*value="25"/);
  await run.runDue();
  expect((await staff.get(sent.location)).text).toContain('Practices brought in');
});

test('a file that is no register changes nothing and says why', async () => {
  const { run, staff, upload } = await desk();
  const sent = await upload(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'register.zip');
  await run.runDue();
  const page = await staff.get(sent.location);
  expect(page.text).toContain('The file is not text');
  expect(page.text).toContain('Nothing was changed');
  expect(
    await run.needs.database.selectFrom('register_import').select(['state', 'content']).execute(),
  ).toEqual([{ state: 'failed', content: null }]);
});

test('two nodes that find the same upload bring it in once', async () => {
  const { run, upload } = await desk();
  await upload(register(practice({ code: 'Z90001' })));
  const work = run.works.find(({ name }) => name === 'import-registers');
  await Promise.all([work?.runDue(run.clock.now()), work?.runDue(run.clock.now())]);
  const events = await run.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('record_type', '=', 'register-import')
    .orderBy('position')
    .execute();
  expect(events.map((event) => event.action)).toEqual(['register-uploaded', 'register-imported']);
});

test('no file chosen gets words', async () => {
  const { upload } = await desk();
  const page = await upload(Buffer.alloc(0), '');
  expect(page.status).toBe(422);
  expect(page.html).toContain('Select a register file');
});

test('a visitor cannot upload a register', async () => {
  const { run } = await desk();
  const page = await upload(run, run.browser(), register(practice({ code: 'Z90001' })), 'x.csv');
  expect(page.location).toContain('/log-in/staff');
  expect(await run.needs.database.selectFrom('register_import').selectAll().execute()).toEqual([]);
});
