import type { Config } from '../config.ts';
import {
  createGatewayTransport,
  createNotifyTransport,
  createSandboxTransport,
  createSmtpTransport,
  type DeliveryNeeds,
  readSmtpServer,
  type Transport,
  unavailableTransport,
} from '../notifications/index.ts';
import type { TextService } from '../text-service.ts';
import type { Needs } from './needs.ts';

/** The sandbox keeps what it would send; production sends by the operator's mail server. */
export function composeTransports(config: Config, needs: Needs): DeliveryNeeds['transports'] {
  if (!config.smtpUrl) {
    return { email: createSandboxTransport(needs, 'email'), sms: createSandboxTransport(needs, 'sms') };
  }
  const from = { name: config.settings.service.name, address: config.mailFrom };
  return {
    email: createSmtpTransport({ server: readSmtpServer(config.smtpUrl), from }),
    sms: textTransport(config.texts),
  };
}

function textTransport(texts: TextService | undefined): Transport {
  if (!texts) return unavailableTransport;
  return texts.by === 'notify' ? createNotifyTransport(texts) : createGatewayTransport(texts);
}
