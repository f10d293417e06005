/** The mailbox that people's e-mail arrives in, as an address like `imaps://user:password@mail.example/INBOX` says it. */
export interface Mailbox {
  /** Names it in the database and to staff; holds no password. */
  name: string;
  host: string;
  port: number;
  /** TLS from the first byte (`imaps://`). */
  secure: boolean;
  /** On this machine: it may speak in the clear, and vouch for itself. */
  isHere: boolean;
  user: string;
  password: string;
  folder: string;
}

export function readMailbox(address: string): Mailbox {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port) || (secure ? 993 : 143);
  const user = decodeURIComponent(url.username);
  const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
  return {
    name: `${user}@${host}/${folder}`,
    host,
    port,
    secure,
    isHere: host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host),
    user,
    password: decodeURIComponent(url.password),
    folder,
  };
}
