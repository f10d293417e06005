import ipaddr from 'ipaddr.js';

/** What one client's limits are counted under: its IPv4 address, or the /64 that one IPv6 customer is given. */
export function clientNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const halves = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${halves.join(':')}::/64`;
}
