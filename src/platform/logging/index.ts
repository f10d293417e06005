// Owns: what is written to the log, and that nothing personal or secret ever is.
// Tables: none.
// Used by: the composition root, which hands a `Log` to whoever has something to say.
export { type ErrorFields, errorFields } from './error-fields.ts';
export { createLog, type Log, type LogLevel, type LogOptions, type Say } from './log.ts';
export { type RequestFields, requestFields } from './request-fields.ts';
