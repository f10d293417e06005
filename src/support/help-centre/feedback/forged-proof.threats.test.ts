import { expect, test } from 'vitest';
import { withArticle } from '../../../../tests/support/article-feedback.ts';
import { solveProof } from '../../../../tests/support/solve-proof.ts';

type Proof = {
  challenge: { parameters: Record<string, unknown> & { data: Record<string, number> }; signature: string };
  solution: { counter: number; derivedKey: string };
};

/** What somebody changes of a proof that they worked for, to have it counted again, longer or for less work. */
const forgeries: readonly [string, (proof: Proof) => unknown][] = [
  ['a longer life', (proof) => Object.assign(proof.challenge.parameters.data, { until: 9_000_000_000_000 })],
  ['a key that nobody has', (proof) => Object.assign(proof.challenge.parameters.data, { key: 999 })],
  ['a key below zero', (proof) => Object.assign(proof.challenge.parameters.data, { key: -1 })],
  ['an easier task', (proof) => Object.assign(proof.challenge.parameters, { keyPrefix: '00', keyLength: 1 })],
  ['another salt', (proof) => Object.assign(proof.challenge.parameters, { salt: '00'.repeat(16) })],
  ['no algorithm of ours', (proof) => Object.assign(proof.challenge.parameters, { algorithm: 'PLAIN' })],
  ['much more work for us', (proof) => Object.assign(proof.challenge.parameters, { cost: 1_000_000 })],
  ['another counter', (proof) => Object.assign(proof.solution, { counter: proof.solution.counter + 1 })],
  ['a counter beyond numbers', (proof) => Object.assign(proof.solution, { counter: 2 ** 60 })],
  [
    'a signature in large letters',
    ({ challenge }) => Object.assign(challenge, { signature: challenge.signature.toUpperCase() }),
  ],
  [
    'a signature that goes on',
    ({ challenge }) => Object.assign(challenge, { signature: `${challenge.signature}00` }),
  ],
  [
    'half a signature',
    ({ challenge }) => Object.assign(challenge, { signature: challenge.signature.slice(0, 32) }),
  ],
];

test('[N11] a proof that was changed counts for nothing, and neither breaks the page nor uses up the true one', async () => {
  const { article, stored, reason, browser } = await withArticle();
  const address = `${article.address}/feedback`;
  const proof = await solveProof(await browser.get(address));
  const send = (sent: string) => browser.post(address, { reasons: [reason], words: '', proof: sent });
  for (const [what, forge] of forgeries) {
    const forged = JSON.parse(proof) as Proof;
    forge(forged);
    expect([what, (await send(JSON.stringify(forged))).status]).toEqual([what, 422]);
  }
  expect(await stored()).toEqual([]);
  expect((await send(proof)).status).toBe(303);
  expect((await send(` ${proof} `)).status).toBe(422);
  expect(await stored()).toHaveLength(1);
});
