import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';
import { createKeyRing } from '../../kernel/key-ring.ts';
import { reseal } from '../../platform/database/reseal.ts';
import { sealedCorrections } from './correction.store.ts';

const wrong = 'I was never logged in on 3 January: that was my colleague.';
const answer = 'We added a note to your record, and told your practice.';

async function asked() {
  const the = await portal();
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  const browser = the.browser();
  await logIn(browser, amara);
  await browser.get('/account/data/correct');
  const page = await browser.post('/account/data/correct', { text: wrong });
  return { the, amara, browser, page };
}

const addressIn = (html: string): string => /href="(\/desk\/corrections\/[^"]+)"/.exec(html)?.[1] ?? '';

async function atTheTask() {
  const run = await asked();
  const gwen = await atTheDesk(run.the);
  const address = addressIn((await gwen.desk.get('/desk/tasks')).html);
  return { ...run, gwen, address };
}

describe('having something corrected', () => {
  test('leads to what one can change oneself, and takes the rest down for staff', async () => {
    const { browser, page } = await asked();
    const form = await browser.get('/account/data/correct');
    for (const own of ['/account/profile', '/account/details', '/account/access'])
      expect(form.html).toContain(`href="${own}"`);
    expect(page.text).toMatch(/We have your request Your reference is GH-\w{4}-\w{4}\./);
  });

  test('what is missing or too long is said, and what was typed stays', async () => {
    const { browser } = await asked();
    for (const [text, said] of [
      ['', 'Say what is wrong'],
      ['Wrong', 'Say a little more'],
      ['x'.repeat(2001), 'must be 2,000 characters or fewer'],
    ] as const) {
      const page = await browser.post('/account/data/correct', { text });
      expect([page.status, page.text]).toEqual([422, expect.stringContaining(said)]);
      expect(page.html).toContain(text);
    }
  });

  test('staff read it, answer, and the person gets the answer word for word; then what was written is erased', async () => {
    const { the, amara, gwen, address } = await atTheTask();
    const task = await gwen.desk.get(address);
    for (const shown of [wrong, 'Amara Osei', '2 March 2026 at 9am']) expect(task.text).toContain(shown);
    const done = await gwen.desk.follow(await gwen.desk.post(address, { answer }));
    expect(done.text).toContain('The answer is on its way, and the task is done.');
    expect(done.text).toContain('what the person wrote is erased');
    expect(done.text).not.toContain(wrong);
    expect((await the.inbox(amara.email))[0]?.text).toContain(answer);
    expect((await gwen.desk.get('/desk/tasks')).text).toContain('No task waits');
    const kept = await the.needs.database.selectFrom('correction_request').select('sealed_text').execute();
    expect(kept.map(({ sealed_text }) => sealed_text.length)).toEqual([0]);
  });

  test('a colleague who answers second is told so, and nothing is sent twice', async () => {
    const { the, amara, gwen, address } = await atTheTask();
    const { desk } = await atTheDesk(the, 'agent', 'Hari Bose');
    for (const browser of [gwen.desk, desk]) await browser.get(address);
    await gwen.desk.post(address, { answer });
    const second = await desk.follow(await desk.post(address, { answer }));
    expect(second.text).toContain('A colleague had answered already.');
    const sent = (await the.inbox(amara.email)).filter(({ subject }) => subject.startsWith('What was done'));
    expect(sent).toHaveLength(1);
  });

  test('flooding: three may wait, and no more', async () => {
    const { browser } = await asked();
    for (let more = 0; more < 2; more += 1) await browser.post('/account/data/correct', { text: wrong });
    const enough = await browser.post('/account/data/correct', { text: wrong });
    expect([enough.status, enough.text]).toEqual([
      422,
      expect.stringContaining('still dealing with earlier'),
    ]);
  });

  test('at rest what was written is sealed, and a change of the root key reseals it', async () => {
    const { the } = await asked();
    const rows = await the.needs.database.selectFrom('correction_request').selectAll().execute();
    expect(rows[0]?.sealed_text.includes('colleague')).toBe(false);
    const roots = new Map([
      [1, Buffer.alloc(32, 7)],
      [2, Buffer.alloc(32, 8)],
    ]);
    const sealed = sealedCorrections(createKeyRing(roots));
    expect(await reseal(the.needs.database, sealed)).toBe(1);
    expect(await reseal(the.needs.database, sealed)).toBe(0);
  });

  test('nobody but staff opens a request, not even a person of the same practice', async () => {
    const { the, address, browser } = await atTheTask();
    expect((await browser.get(address)).location).toMatch(/^\/log-in\/staff\?next=/);
    expect((await the.browser().post(address, { answer })).location).toMatch(/^\/log-in\/staff\?next=/);
  });
});
