/** The name in a Host header, without its port; brackets of IPv6 kept. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host names this machine by a name that nobody else can point at it. */
export const isLoopbackHost = (host: string | undefined): boolean => loopbackNames.has(nameOf(host ?? ''));

/**
 * Whether this Host may be served. The sandbox answers loopback names only, so a page on the web cannot reach it
 * through a name of its own (DNS rebinding); production answers its own origin only.
 */
export function isOwnHost(host: string | undefined, origin: string, sandbox: boolean): boolean {
  if (!host) return false;
  return sandbox ? isLoopbackHost(host) : host.toLowerCase() === new URL(origin).host;
}
