// Owns the PostgreSQL server that comes with Gatehouse: its files, its process, its password.
// Its tables: none.
// Used by: the command line, and the tests that need a server.
export { isRefusal, refusal } from './refusal.ts';
export { findRunningServer } from './running-server.ts';
export { type PostgresServer, type PostgresServerOptions, startPostgresServer } from './start-server.ts';
export { writeWhole } from './write-whole.ts';
