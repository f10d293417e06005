import ipaddr from 'ipaddr.js';

/** All that a log may say about a request. */
export interface RequestFields {
  requestId: string;
  method: string;
  /** The address pattern, like `/tickets/:reference`: an address itself may hold a name or a token. */
  route: string;
  status: number;
  durationMs: number;
  network: string;
}

interface AnsweredRequest {
  id: string;
  method: string;
  ip: string;
  routeOptions: { url?: string | undefined };
}

interface GivenReply {
  statusCode: number;
  elapsedTime: number;
}

/** Takes Fastify's request and reply. */
export const requestFields = (request: AnsweredRequest, reply: GivenReply): RequestFields => ({
  requestId: request.id,
  method: request.method,
  route: request.routeOptions.url ?? 'unknown',
  status: reply.statusCode,
  durationMs: Math.round(reply.elapsedTime * 10) / 10,
  network: truncatedNetwork(request.ip),
});

/** Enough to see one network's traffic together, too little to see one household: IPv4 /24, IPv6 /48. */
export function truncatedNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4'
    ? `${parsed.toString().split('.').slice(0, 3).join('.')}.0/24`
    : `${(parsed as ipaddr.IPv6).parts
        .slice(0, 3)
        .map((part) => part.toString(16))
        .join(':')}::/48`;
}
