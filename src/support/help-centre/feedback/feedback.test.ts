import { expect, test } from 'vitest';
import { withArticle } from '../../../../tests/support/article-feedback.ts';
import { solveProof } from '../../../../tests/support/solve-proof.ts';
import { days } from '../../../kernel/duration.ts';

test('[N11] an article asks whether it helped, and “yes” is thanked and counted', async () => {
  const { article, stored, browser } = await withArticle();
  const page = await browser.get(article.address);
  expect(page.text).toContain('Was this article helpful? Yes No');
  expect(page.text).toContain('Modified on');
  const thanks = await browser.follow(await browser.post(`${article.address}/helpful`, { helpful: 'yes' }));
  expect(thanks.text).toContain('Thank you');
  expect(await stored()).toEqual([{ isHelpful: true, state: 'counted', reasons: [], words: null }]);
});

test('[N11] “no” asks for a reason, needs the check, and confirms that feedback was sent', async () => {
  const { article, stored, reason, browser } = await withArticle();
  const form = await browser.follow(await browser.post(`${article.address}/helpful`, { helpful: 'no' }));
  expect(form.text).toContain('Do not write anything about anybody’s health');
  const address = `${article.address}/feedback`;
  const proof = await solveProof(form);
  const missing = await browser.post(address, { words: 'It stops at step 2', proof });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('Choose a reason');
  expect(missing.html).toContain('It stops at step 2');
  const sent = await browser.follow(
    await browser.post(address, { reasons: [reason], words: 'Ring 07700 900123 after step 2', proof }),
  );
  expect(sent.text).toContain('Feedback sent');
  expect(await stored()).toEqual([
    { isHelpful: false, state: 'counted', reasons: [reason], words: 'Ring ••••• after step 2' },
  ]);
});

test('[N11] without JavaScript feedback is kept until a person has looked at it', async () => {
  const { article, stored, reason, browser } = await withArticle();
  const answer = await browser.post(`${article.address}/feedback`, {
    reasons: [reason],
    words: '',
    proof: '',
  });
  const sent = await browser.follow(answer);
  expect(sent.text).toContain('Feedback sent');
  expect(sent.text).toContain('A person reads it before it counts');
  expect(await stored()).toMatchObject([{ state: 'held' }]);
});

test('a page that was open for too long asks again, and one that is not public has no feedback', async () => {
  const { it, article, browser } = await withArticle();
  await browser.get(article.address);
  browser.forgetToken();
  const again = await browser.post(`${article.address}/helpful`, { helpful: 'yes' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('The page was open for too long');
  await it.needs.database.updateTable('article').set({ state: 'draft' }).execute();
  for (const address of [`${article.address}/feedback`, '/help/accounts/nothing-here/feedback'])
    expect((await browser.get(address)).status).toBe(404);
});

test('what readers said is forgotten after its time, and a spent proof once it would be too old', async () => {
  const { it, article, stored, reason, browser } = await withArticle();
  const address = `${article.address}/feedback`;
  const proof = await solveProof(await browser.get(address));
  await browser.post(address, { reasons: [reason], words: '', proof });
  const proofs = () => it.needs.database.selectFrom('spent_proof').select('challenge_hash').execute();
  await it.runDue();
  expect([(await stored()).length, (await proofs()).length]).toEqual([1, 1]);
  it.clock.advance(days(1));
  await it.runDue();
  expect([(await stored()).length, (await proofs()).length]).toEqual([1, 0]);
  it.clock.advance(days(730));
  await it.runDue();
  expect(await stored()).toEqual([]);
});
