// Owns the way to a virus scanner: clamd, over its socket.
// Tables: none.
// Whoever takes files from people.
export { createScanner, type Scanner, type ScanOutcome } from './clamd.ts';
