import { z } from 'zod';
import { type HashRefusal, unpadded } from './foreign-hash.ts';
import { isDigestName } from './pbkdf2.ts';

const first = z
  .array(z.string())
  .min(1)
  .transform(([value]) => value ?? '');

const secretData = z.object({ value: z.base64(), salt: z.base64() });
const credentialData = z.object({
  hashIterations: z.int(),
  algorithm: z.string(),
  additionalParameters: z
    .object({ memory: first, parallelism: first, type: first, version: first })
    .partial()
    .optional(),
});

const whole = z.object({
  secretData: z.string().transform(asJson).pipe(secretData),
  credentialData: z.string().transform(asJson).pipe(credentialData),
});

/** The hash of a `password` credential in a Keycloak realm export, as a text that `readForeignHash` reads. */
export function keycloakHash(credential: unknown): string | HashRefusal {
  const read = whole.safeParse(credential);
  if (!read.success) return 'damaged';
  const { secretData: secret, credentialData: how } = read.data;
  const [salt, key] = [secret.salt, secret.value].map((text) => unpadded(Buffer.from(text, 'base64')));
  const digest = how.algorithm === 'pbkdf2' ? 'sha1' : how.algorithm.replace(/^pbkdf2-/, '');
  if (how.algorithm.startsWith('pbkdf2') && isDigestName(digest))
    return `$pbkdf2-${digest}$i=${how.hashIterations}$${salt}$${key}`;
  if (how.algorithm !== 'argon2') return 'unknown-form';
  const { memory, parallelism, type = 'id', version = '1.3' } = how.additionalParameters ?? {};
  const v = version === '1.0' ? 16 : 19;
  return `$argon2${type}$v=${v}$m=${memory},t=${how.hashIterations},p=${parallelism}$${salt}$${key}`;
}

function asJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
}
