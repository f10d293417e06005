import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { sharedPortal } from '../../../../tests/support/running-portal.ts';
import { addTicket } from '../../../../tests/support/tickets.ts';

const portalOf = sharedPortal({ profile: 'clinic', wholeProfile: false });

test('[C2] staff see on arrival what waits for them, and nothing that they may not open', async () => {
  const the = portalOf();
  await addTicket(the, { title: 'Cannot print' });
  await addTicket(the, { title: 'Invoice twice', subject: 'payments', email: 'idris@fernhollow.example' });
  const arrive = async (role: 'agent' | 'accounts' | 'editor') =>
    (await atTheDesk(the, role)).desk.get('/desk');
  const arrived = async (role: 'accounts' | 'editor') => (await arrive(role)).text;
  const { text: agent, html } = await arrive('agent');
  for (const queue of ['/desk/tickets', '/desk/tickets?queue=mine'])
    expect(html).toContain(`href="${queue}"`);
  for (const waits of ['All that wait for us (2)', 'Needs a first answer (2)', 'Mine (0)', 'Find a person'])
    expect(agent).toContain(waits);
  expect(agent).not.toContain('Help articles');
  const accounts = await arrived('accounts');
  expect(accounts).toContain('All that wait for us (1)');
  expect(accounts).not.toContain('Find a person');
  const editor = await arrived('editor');
  expect(editor).toContain('Articles that did not help (0)');
  expect(editor).not.toContain('All that wait for us');
});
