import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { portal } from '../../../../tests/support/portal.ts';

test('an administrator makes a team, changes who is in it, and ends it; editors cannot be in one', async () => {
  const the = await portal();
  const { desk } = await atTheDesk(the, 'administrator');
  const agent = await the.addPerson({ name: 'Gwen Parry', staff: 'agent' });
  const editor = await the.addPerson({ name: 'Edith Cole', staff: 'editor' });
  expect((await desk.get('/desk/teams')).text).toContain('There are no teams');
  expect((await desk.get('/desk/teams/add')).text).not.toContain('Edith Cole');
  const added = await desk.post('/desk/teams/add', { name: 'Payments', members: [agent.id, editor.id] });
  const list = await desk.get(added.headers.location as string);
  expect(list.text).toContain('The team is there.');
  expect(list.text).toContain('Gwen Parry');
  expect(list.text).not.toContain('Edith Cole');
  const again = await desk.post('/desk/teams/add', { name: 'payments', members: [] });
  expect([again.status, again.text]).toEqual([
    422,
    expect.stringContaining('There is a team with this name already'),
  ]);
  const [, id] = /\/desk\/teams\/([0-9a-f-]{36})\/change/.exec(list.html) ?? [];
  await desk.post(`/desk/teams/${id}/change`, { name: 'Money', members: [] });
  expect((await desk.get('/desk/teams')).text).toContain('Nobody yet');
  await desk.post(`/desk/teams/${id}/end`, {});
  expect((await desk.get('/desk/teams')).text).toContain('There are no teams');
  expect((await desk.get(`/desk/teams/${id}/change`)).status).toBe(404);
  expect((await desk.post('/desk/teams/add', { name: 'Money', members: [] })).status).toBe(303);
});

test.each(['agent', 'senior', 'accounts', 'editor'] as const)(
  '%s staff cannot touch teams',
  async (staff) => {
    const the = await portal();
    const { desk } = await atTheDesk(the, staff);
    expect((await desk.get('/desk')).status).toBe(200);
    expect((await desk.get('/desk/teams')).status).toBe(403);
    expect((await desk.post('/desk/teams/add', { name: 'Mine', members: [] })).status).toBe(403);
  },
);
