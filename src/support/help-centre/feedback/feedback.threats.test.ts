import { expect, test } from 'vitest';
import { withArticle } from '../../../../tests/support/article-feedback.ts';
import { solveProof } from '../../../../tests/support/solve-proof.ts';
import { days } from '../../../kernel/duration.ts';

test('[N11] a check that did not work is told, and what was typed stays', async () => {
  const { it, article, stored, reason, browser } = await withArticle();
  const address = `${article.address}/feedback`;
  const fields = { reasons: [reason], words: 'Too long by half' };
  const proof = await solveProof(await browser.get(address));
  const other = JSON.parse(proof);
  other.challenge.parameters.keyPrefix = '00';
  const wrong = ['nonsense', '{}', JSON.stringify(other), proof.replace(/"counter":\d+/, '"counter":0.5')];
  for (const bad of wrong) {
    const answer = await browser.post(address, { ...fields, proof: bad });
    expect([bad.slice(0, 20), answer.status]).toEqual([bad.slice(0, 20), 422]);
    expect(answer.text).toContain('The check did not work. Send your feedback again');
    expect(answer.html).toContain('Too long by half');
    expect(answer.html).toMatch(new RegExp(`value="${reason}"[^>]*checked|checked[^>]*value="${reason}"`));
  }
  it.clock.advance(days(1));
  expect((await browser.post(address, { ...fields, proof })).text).toContain('The check did not work');
  expect(await stored()).toEqual([]);
});

test('[N11] a proof counts once, whoever sends it again', async () => {
  const { it, article, stored, reason, browser } = await withArticle();
  const address = `${article.address}/feedback`;
  const proof = await solveProof(await browser.get(address));
  const send = (from: typeof browser) => from.post(address, { reasons: [reason], words: '', proof });
  await it.browser().get(address);
  const answers = await Promise.all([send(browser), send(browser), send(it.browser())]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
  expect(await stored()).toHaveLength(1);
});

test('[N11] past what one network may send in an hour, it is told when to try again and nothing typed is lost', async () => {
  const { article, stored, reason, browser } = await withArticle({ feedbackPerHour: 2 });
  const address = `${article.address}/feedback`;
  const send = () => browser.post(address, { reasons: [reason], words: 'Step 2 is wrong', proof: '' });
  await send();
  await send();
  const refused = await send();
  expect(refused.status).toBe(429);
  expect(refused.text).toContain('Send yours again after 10am');
  expect(refused.html).toContain('Step 2 is wrong');
  await browser.post(`${article.address}/helpful`, { helpful: 'yes' });
  expect(await stored()).toHaveLength(2);
});
