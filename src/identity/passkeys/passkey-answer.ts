import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const kilobyte = 1024;
const text = (longest: number) => z.string().min(1).max(longest);
const base64url = (longest: number) => text(longest).regex(/^[A-Za-z0-9_-]+$/);

/** Credential ids have at most 1023 bytes (WebAuthn 4). */
const credential = { id: base64url(1400), rawId: base64url(1400), type: z.literal('public-key') };

const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4 * kilobyte),
    authenticatorData: base64url(4 * kilobyte),
    signature: base64url(8 * kilobyte),
    userHandle: base64url(100).nullish(),
  }),
});

/** What only hints at how a passkey is reached is kept when it is a word of the standard. */
const transports = z
  .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
  .max(7)
  .catch([]);

const attestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4 * kilobyte),
    attestationObject: base64url(32 * kilobyte),
    transports,
  }),
});

export type Assertion = AuthenticationResponseJSON & { response: { userHandle?: string } };
export type Attestation = RegistrationResponseJSON;

/** Anything may be sent; nothing for what no browser would answer. */
export function readAssertion(answer: string): Assertion | undefined {
  const read = parse(assertion, answer);
  if (!read) return undefined;
  const { userHandle, ...response } = read.response;
  return {
    ...read,
    response: { ...response, ...(userHandle && { userHandle }) },
    clientExtensionResults: {},
  };
}

export function readAttestation(answer: string): Attestation | undefined {
  const read = parse(attestation, answer);
  return read && { ...read, clientExtensionResults: {} };
}

function parse<Schema extends z.ZodType>(schema: Schema, answer: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(answer)).data;
  } catch {
    return undefined;
  }
}
