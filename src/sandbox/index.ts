// Owns: the sandbox: people and organisations to try Gatehouse with, and the inbox that shows what was sent.
// Tables: none of its own; it fills the others through their modules.
// Used by: `npm start` only; production has none of its addresses.
export { fillSandbox } from './fill-sandbox.ts';
export { sandboxRoutes } from './sandbox.routes.ts';
