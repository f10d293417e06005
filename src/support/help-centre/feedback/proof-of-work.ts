import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { after, hours } from '../../../kernel/duration.ts';
import type { KeyRing } from '../../../kernel/key-ring.ts';
import { hashOfSecret, type Secrets } from '../../../kernel/secrets.ts';
import type { Settings } from '../../../platform/settings/settings.ts';

export interface ProofNeeds {
  clock: Clock;
  keyRing: KeyRing;
  secrets: Secrets;
  settings: Pick<Settings, 'helpCentre'>;
}

/** Longer than anybody takes to write what did not help. */
const life = hours(2);

/**
 * A task that costs a browser a moment and a machine that sends thousands of forms a lot (ALTCHA). Nothing is kept of
 * it: it is signed, and says itself until when it counts.
 */
export async function issueChallenge(needs: ProofNeeds): Promise<string> {
  const { proofOfWork } = needs.settings.helpCentre;
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: needs.secrets.bytes(4).readUInt32BE() % proofOfWork,
    deriveKey,
    hmacSignatureSecret: signingKey(needs.keyRing, needs.keyRing.newest) ?? '',
    data: { until: after(needs.clock.now(), life).getTime(), key: needs.keyRing.newest },
  });
  return JSON.stringify(challenge);
}

export type ProofOutcome = { outcome: 'bad' } | { outcome: 'good'; hash: string; until: Date };

/** Whether somebody worked for this proof, and in time; whoever calls it spends its hash, so that it counts once. */
export async function checkProof(needs: ProofNeeds, proof: string): Promise<ProofOutcome> {
  const payload = readPayload(proof);
  if (!payload) return { outcome: 'bad' };
  const { until, key } = payload.challenge.parameters.data;
  const secret = signingKey(needs.keyRing, key);
  if (!secret || needs.clock.now().getTime() >= until) return { outcome: 'bad' };
  const { verified } = await verifySolution({
    challenge: payload.challenge as Challenge,
    solution: payload.solution as Payload['solution'],
    deriveKey,
    hmacSignatureSecret: secret,
  });
  if (!verified) return { outcome: 'bad' };
  return { outcome: 'good', hash: hashOfSecret(payload.challenge.signature), until: new Date(until) };
}

const signingKey = (keyRing: KeyRing, version: number): string | undefined =>
  keyRing.seed('proof-of-work', version)?.toString('base64url');

const hex = z.string().regex(/^([0-9a-f]{2}){1,64}$/);

/** Only what we could have issued is looked at; the signature covers all of it. */
const payloadShape = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal('SHA-256'),
      nonce: hex,
      salt: hex,
      cost: z.literal(1),
      keyLength: z.int().min(1).max(64),
      keyPrefix: hex,
      data: z.strictObject({ until: z.int(), key: z.int() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int().min(0), derivedKey: hex }),
});

const longestProof = 2000;

function readPayload(proof: string): z.output<typeof payloadShape> | undefined {
  if (proof.length > longestProof) return undefined;
  try {
    return payloadShape.safeParse(JSON.parse(proof)).data;
  } catch {
    return undefined;
  }
}
