import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
/** What the domain of the practice says of its mail. */
export const dnsOfPractice = {
  'TXT mail._domainkey.practice.test': [`v=DKIM1; k=rsa; p=${key}`],
  'TXT _dmarc.practice.test': ['v=DMARC1; p=reject'],
};

const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** An e-mail as the practice's own server sends it on; its signature may speak for the beginning alone. */
export async function signedByPractice(mail: string, upTo?: number): Promise<string> {
  const { signatures } = await dkimSign(Buffer.from(mail.replaceAll('\n', '\r\n')), {
    signingDomain: 'practice.test',
    selector: 'mail',
    privateKey: pem,
    signatureData: [
      {
        signingDomain: 'practice.test',
        selector: 'mail',
        privateKey: pem,
        ...(upTo !== undefined && { maxBodyLength: upTo }),
      },
    ],
  });
  return `${signatures.replaceAll('\r\n', '\n')}${mail}`;
}
