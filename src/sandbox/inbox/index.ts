// Owns: the pages of the sandbox's inbox. The messages themselves belong to notifications.
// Tables: none.
// Used by: the application, in sandbox mode only.
export { type InboxProps, inboxPage } from './inbox.page.tsx';
export { type InboxNeeds, inboxRoutes } from './inbox.routes.ts';
export { inboxWords } from './inbox.words.ts';
export { messagePage } from './message.page.tsx';
