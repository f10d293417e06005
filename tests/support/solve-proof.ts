import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Answer } from './portal-browser.ts';

/** What a browser does for the form on this page: works until it has the proof. */
export async function solveProof({ html }: Answer): Promise<string> {
  const written = /data-proof="([^"]+)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const challenge: Challenge = JSON.parse(written);
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}
