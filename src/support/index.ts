// Owns the desk: staff, their tasks, and the people they help.
// Tables: staff_task.
// Used by the application; nothing below it.
export { deskNavigation } from './desk/desk-navigation.ts';
export { ensureOperator } from './operator.store.ts';
export { supportRoutes } from './support.routes.ts';
