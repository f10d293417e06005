// Owns how requests come in and pages go out: the route registry, cookies, tokens against forgery, headers, endings.
// Tables: none.
// Every module with pages may use it.
export { clientNetwork } from './client-network.ts';
export { type CookieKind, cookieName } from './cookies.ts';
export { isLoopbackHost } from './host-check.ts';
export type { EndedSession, KeptForms, SessionEnding } from './kept-forms.ts';
export type { ArrivingFile, StreamedUploads, TakenFile } from './multipart-streamed.ts';
export { type Route, route, type UploadedFile } from './route.ts';
export { safeNext } from './safe-next.ts';
export { createServer, type ServerNeeds, type ServerOptions } from './server.ts';
