import type { NodemailerError } from 'nodemailer';
import type { SendOutcome } from './transport.ts';

/**
 * What a failed attempt means. `handedOver`: the connection had read the message to its end, so the final dot may
 * have reached the server.
 */
export function outcomeOfFailure(error: NodemailerError, handedOver: boolean): SendOutcome {
  const problem = describe(error);
  const { responseCode: code, command } = error;
  if (code !== undefined && code >= 500 && command !== undefined && aboutTheMessage.has(command))
    return { outcome: 'refused-permanently', problem };
  if (code !== undefined) return { outcome: 'refused-for-now', problem };
  if (command === 'API' && error.code === 'EENVELOPE') return { outcome: 'refused-permanently', problem };
  return { outcome: handedOver ? 'unknown' : 'dropped-before-accepted', problem };
}

/** A refusal of the connection, the log in or the sender is about our set-up, and passes when that is put right. */
const aboutTheMessage = new Set(['RCPT TO', 'DATA']);

/** Codes only: servers like to quote the address in the text of their answer. */
function describe({ code, responseCode, response, command }: NodemailerError): string {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  return [code, responseCode, enhanced, command ? `at ${command}` : undefined].filter(Boolean).join(' ');
}
