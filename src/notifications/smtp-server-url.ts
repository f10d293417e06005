/** Where mail goes out, as an address like `smtp://user:password@mail.example:587` says it. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps://`). */
  secure: boolean;
  /** On this machine: it may speak in the clear, and vouch for itself. */
  isHere: boolean;
  auth: { user: string; pass: string } | undefined;
}

export function readSmtpServer(address: string): SmtpServer {
  const url = new URL(address);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    throw new Error('the mail server’s address starts with smtp:// or smtps://');
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    isHere: isLoopback(host),
    auth: url.username ? { user: decode(url.username), pass: decode(url.password) } : undefined,
  };
}

const decode = (text: string): string => decodeURIComponent(text);

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
