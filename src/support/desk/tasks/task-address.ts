/** Where the work of each kind of task is done. */
const addresses: Record<string, string> = {
  'check-registration': '/desk/registrations',
  'closing-asked': '/desk/people',
  'correction-asked': '/desk/corrections',
  'email-change-stopped': '/desk/people',
  'factor-reset': '/desk/factor-resets',
  'leaver-report': '/desk/organisations',
  'main-contact-gone': '/desk/main-contact-requests',
  'no-administrator': '/desk/organisations',
  'invitation-not-me': '/desk/invitations',
  'not-me': '/desk/people',
  'security-concern': '/desk/people',
  'unused-administrator': '/desk/people',
  'successor-needed': '/desk/organisations',
};

/** Where a task is done; undefined for a kind that this version has no page for. */
export const taskAddress = ({ kind, recordId }: { kind: string; recordId: string }): string | undefined =>
  addresses[kind] && `${addresses[kind]}/${recordId}`;
