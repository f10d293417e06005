import type { CDPSession, Page } from 'playwright-core';

interface Credential {
  credentialId: string;
  signCount: number;
}

/** The passkeys of one browser, as Chromium plays them for tests (WebAuthn 11). */
export interface VirtualAuthenticator {
  /** Whether its owner unlocks it when asked. */
  unlock(isUnlocked: boolean): Promise<void>;
  /** Puts the counter of its passkeys to this, as a copy or a restored backup has it. */
  countFrom(signCount: number): Promise<void>;
}

export async function virtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    unlock: (isUserVerified) =>
      send(session, 'WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    countFrom: async (signCount) => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
      for (const credential of credentials as Credential[]) {
        const { credentialId } = credential;
        await send(session, 'WebAuthn.removeCredential', { authenticatorId, credentialId });
        const copy = { ...credential, signCount };
        await send(session, 'WebAuthn.addCredential', { authenticatorId, credential: copy });
      }
    },
  };
}

/** The types name every command with its own parameters; these give no answer. */
const send = async (session: CDPSession, command: string, parameters: object): Promise<void> => {
  await session.send(command as 'WebAuthn.addCredential', parameters as never);
};
