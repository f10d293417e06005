/** What became of a text after the other side took it, in the names of GOV.UK Notify. */
export type DeliveryStatus = 'created' | 'sending' | 'delivered' | DeliveryFailure;
export type DeliveryFailure = 'permanent-failure' | 'temporary-failure' | 'technical-failure';

export interface TextReport {
  status: DeliveryStatus;
  /** Nothing more will be said. */
  isLast: boolean;
}

/** Undefined for a status that nobody told us of. */
export const readReport = (status: unknown): TextReport | undefined =>
  typeof status === 'string' ? reports.get(status) : undefined;

const reports: ReadonlyMap<string, TextReport> = new Map<string, TextReport>([
  ['created', { status: 'created', isLast: false }],
  ['sending', { status: 'sending', isLast: false }],
  ['pending', { status: 'sending', isLast: false }],
  // Abroad, from where no network reports back.
  ['sent', { status: 'sending', isLast: true }],
  ['delivered', { status: 'delivered', isLast: true }],
  ['permanent-failure', { status: 'permanent-failure', isLast: true }],
  ['temporary-failure', { status: 'temporary-failure', isLast: true }],
  ['technical-failure', { status: 'technical-failure', isLast: true }],
]);

/** The other side's name for a message, as text; undefined where there is none that could be used. */
export function readProviderId(body: unknown): string | undefined {
  const id = (body as { id?: unknown } | null | undefined)?.id;
  const text = typeof id === 'number' ? String(id) : id;
  return typeof text === 'string' && /^[\x21-\x7e]{1,200}$/.test(text) ? text : undefined;
}
