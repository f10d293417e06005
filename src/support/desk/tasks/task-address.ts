/** Where a task is done; undefined for a kind that this version has no page for. */
export const taskAddress = ({ kind, recordId }: { kind: string; recordId: string }): string | undefined =>
  kind === 'check-registration' ? `/desk/registrations/${recordId}` : undefined;
