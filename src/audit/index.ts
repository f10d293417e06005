// Owns the record of who did what, for whom, to which record.
// Tables: audit_event, person_key.
// Every module that changes anything may use it; nothing may change or remove what it holds.

export { listRecentEvents } from './audit.store.ts';
export type { Audit, AuditEvent } from './audit.ts';
export { createAudit } from './audit.ts';
export { openDetail } from './person-key.ts';
export { sealedPersonKeys } from './reseal-person-keys.ts';
