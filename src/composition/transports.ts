import type { Config } from '../config.ts';
import {
  createSandboxTransport,
  createSmtpTransport,
  type DeliveryNeeds,
  readSmtpServer,
  unavailableTransport,
} from '../notifications/index.ts';
import type { Needs } from './needs.ts';

/** The sandbox keeps what it would send; production sends by the operator's mail server. */
export function composeTransports(config: Config, needs: Needs): DeliveryNeeds['transports'] {
  if (!config.smtpUrl) {
    return { email: createSandboxTransport(needs, 'email'), sms: createSandboxTransport(needs, 'sms') };
  }
  const from = { name: config.settings.service.name, address: config.mailFrom };
  return {
    email: createSmtpTransport({ server: readSmtpServer(config.smtpUrl), from }),
    sms: unavailableTransport,
  };
}
