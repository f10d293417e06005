import { describe, expect, test } from 'vitest';
import { memberOf, practiceCode, practiceWithMainContact } from '../support/people-here.ts';

const clerk = { [practiceCode]: ['supplies/order-clerk'] };
const users = `/organisations/${practiceCode}/users`;

describe('[P12] who was removed keeps their later life to themselves', () => {
  test('a new name and address of theirs never show where they were removed, on no page, file or search', async () => {
    const { run, amara } = await practiceWithMainContact();
    const ben = await run.addPerson({ name: 'Ben Okoro', roles: clerk });
    const { id } = await memberOf(run, ben);
    await amara.browser.get(`${users}/${id}/remove`);
    await amara.browser.post(`${users}/${id}/remove`, { because: 'left', note: '' });
    expect((await memberOf(run, ben)).state).toBe('removed');
    const { database } = run.needs;
    await database
      .updateTable('account')
      .set({ full_name: 'Benedict Newlife' })
      .where('id', '=', ben.id)
      .execute();
    const moved = { typed: 'ben@elsewhere.example', canonical: 'ben@elsewhere.example' };
    await database.updateTable('account_email').set(moved).where('account_id', '=', ben.id).execute();
    const seen = [
      await amara.browser.get(`${users}?state=removed`),
      await amara.browser.get(`${users}/${id}`),
      await amara.browser.get(`${users}/${id}/undo`),
      await amara.browser.post(`${users}.csv`, { state: 'removed' }),
    ];
    for (const page of seen) {
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/Newlife|elsewhere\.example/);
      expect(page.html).toContain('Ben Okoro');
    }
    for (const find of ['newlife', 'elsewhere.example'])
      expect((await amara.browser.get(`${users}?state=removed&find=${find}`)).text).toContain('Nobody fits');
    expect((await amara.browser.get(`${users}?state=removed&find=ben.okoro`)).text).toContain('Ben Okoro');
  });
});
