// Owns the record of who did what, for whom, to which record, and its seals.
// Tables: audit_event, audit_seal, person_key.
// Every module that changes anything may use it; nothing may change or remove what it holds.

export { listRecentEvents } from './audit.store.ts';
export type { Audit, AuditEvent } from './audit.ts';
export { createAudit } from './audit.ts';
export type { EventFinding } from './find-touched-event.ts';
export { listRecordEvents, type RecordEvent } from './list-record-events.ts';
export { destroyPersonKey, openDetail } from './person-key.ts';
export { auditPersonalData } from './personal-data.ts';
export { recordListing } from './record-listing.ts';
export { sealedPersonKeys } from './reseal-person-keys.ts';
export { findNewestSeal } from './seal.store.ts';
export { sealEventsWork } from './seal-events.ts';
export { type KeptSeal, keepSeal, readKeptSeal } from './seal-statement.ts';
export { verifyAudit } from './verify-audit.ts';
