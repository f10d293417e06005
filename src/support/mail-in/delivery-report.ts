import { hasHeader, headerOf, type Mail } from './mail.ts';
import { idsIn } from './read-mail.ts';

export interface DeliveryReport {
  /** `delayed`: it is still being tried, so nothing is decided. */
  status: 'delivered' | 'delayed' | 'permanent-failure' | 'temporary-failure';
  /** Codes only, like `5.1.1`: servers like to quote addresses in their words. */
  code: string | undefined;
  /** Every Message-ID that the report carries somewhere; ours is among them when it is about a message of ours. */
  messageIds: readonly string[];
}

/** What a mail server reports about an earlier e-mail; undefined when it is no report. */
export function readDeliveryReport(mail: Mail): DeliveryReport | undefined {
  if (!isReport(mail)) return undefined;
  const status = mail.deliveryStatus ?? '';
  const text = `${mail.text}\n${mail.carried}`;
  const code =
    codeIn(status, /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im) ??
    codeIn(text, enhancedCode) ??
    codeIn(text, plainCode);
  const action = /^Action:\s*([a-z]+)/im.exec(status)?.[1]?.toLowerCase();
  return {
    status: statusOf(action, code, mail),
    code,
    messageIds: [...new Set([...idsIn(mail.carried), ...idsIn(mail.text), ...mail.answers])],
  };
}

const enhancedCode = /\b([45]\.\d{1,3}\.\d{1,3})\b/;
const plainCode = /(?:^|[\s#(])([45]\d\d)[\s)-]/m;

const codeIn = (text: string, pattern: RegExp): string | undefined =>
  pattern.exec(text.slice(0, 50_000))?.[1];

function isReport(mail: Mail): boolean {
  const kind = headerOf(mail, 'content-type').toLowerCase();
  if (kind.startsWith('multipart/report'))
    return !/report-type="?(disposition-notification|feedback-report)/.test(kind);
  if (mail.deliveryStatus !== undefined || hasHeader(mail, 'x-failed-recipients')) return true;
  return (
    isFromMailServer(mail) &&
    (reportSubject.test(mail.subject) || /qmail-send program/.test(mail.text.slice(0, 500)))
  );
}

const reportSubject =
  /undeliver|returned mail|returned to sender|failure notice|delivery (status|failure|has failed|delayed)|mail delivery (failed|system|subsystem)|could not (be delivered|send)|warning: message/i;

/** Mail servers write in the name of nobody, or of one of two names kept for them (RFC 2142). */
function isFromMailServer(mail: Mail): boolean {
  // No longer than any address: looked for in a long run of letters, it would take minutes.
  const from = headerOf(mail, 'from').slice(0, 500).toLowerCase();
  const name = /([a-z0-9._+-]+)@/.exec(from)?.[1] ?? from;
  return (
    /^(mailer-daemon|mail-daemon|postmaster)\b/.test(name) ||
    (isNullPath(headerOf(mail, 'return-path')) && hasHeader(mail, 'return-path'))
  );
}

export const isNullPath = (returnPath: string): boolean => /^<\s*>$/.test(returnPath);

function statusOf(
  action: string | undefined,
  code: string | undefined,
  { subject }: Mail,
): DeliveryReport['status'] {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'delivered';
  if (action === 'delayed') return 'delayed';
  if (action === undefined && /delay|warning/i.test(subject)) return 'delayed';
  return code?.startsWith('4') ? 'temporary-failure' : 'permanent-failure';
}
