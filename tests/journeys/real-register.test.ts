import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importRegister } from '../../src/organisations/index.ts';
import { journeys } from '../support/journeys.ts';
import { nerys } from '../support/main-job.ts';
import type { Portal } from '../support/portal.ts';
import { runningPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

const folder = process.env.GATEHOUSE_REGISTERS;
const why = 'GATEHOUSE_REGISTERS names no folder with epraccur.csv and ebranchs.csv';
if (!folder) console.warn(`The journey on the real register is left out: ${why}.`);

describe.skipIf(!folder)(`on the real register${folder ? '' : ` (left out: ${why})`}`, () => {
  const visit = journeys();

  test('[P1 P11 P15] a real practice is found by name, registered, approved and reached', async () => {
    const the = await runningPortal({ profile: 'primary-care' });
    for (const file of ['epraccur.csv', 'ebranchs.csv']) await bringIn(the, file);
    const agent = await the.addPerson({ name: 'Gwen Parry', staff: 'agent' });
    const [person, support] = [await visit(the), await visit(the)];
    await person.open('/register-organisation');
    await person.fill({ 'Find your practice': 'densham' });
    await person.press('Find');
    await person.follow('THE DENSHAM SURGERY');
    expect(await person.text()).toContain('Unique ID: A81001');
    const who = { ...nerys, code: 'a81 001' };
    await steps.registerPractice(person, who);
    await steps.logInToDesk(support, agent);
    await steps.approve(support, 'THE DENSHAM SURGERY');
    await steps.setUpAccount(the, person, who);
    expect(await person.text()).toMatch(/THE DENSHAM SURGERY.*A81001.*Main contact/);
  });

  test('every practice of the register answers with words, whatever its state', async () => {
    const the = await runningPortal({ profile: 'primary-care' });
    for (const file of ['epraccur.csv', 'ebranchs.csv']) await bringIn(the, file);
    const some = await the.needs.database
      .selectFrom('organisation')
      .select(['code', 'kind', 'status'])
      .distinctOn(['kind', 'status', 'prescribing_setting'])
      .execute();
    expect(some.length).toBeGreaterThan(5);
    for (const { code } of some)
      expect((await the.browser().get(`/register-organisation/${code}`)).status).toBe(200);
  });
});

async function bringIn(the: Portal, fileName: string): Promise<void> {
  const bytes = await readFile(join(folder ?? '', fileName));
  const imported = await importRegister(the.needs, { bytes, fileName, actor: 'system' });
  expect(imported.outcome).toBe('imported');
}
