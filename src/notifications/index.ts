// Owns: messages to people: the outbox, their delivery by e-mail and text, and what became of them.
// Tables: outbox, sandbox_message.
// Used by: every module that tells a person something, through `SendEmail` or `SendText` in the change's own transaction.
export { type DeliveryNeeds, deliverMessages } from './deliver-messages.ts';
export { expireMessages } from './expire-messages.ts';
export { forgetMessages } from './forget-messages.ts';
export { createGatewayTransport } from './gateway-transport.ts';
export { findSentEmails, recordEmailReport, type SentEmail } from './mail-bounce.store.ts';
export type { Thread } from './mail-thread.ts';
export { createNotifyTransport } from './notify-transport.ts';
export { outboxState, voidMessagesTo } from './outbox.store.ts';
export {
  type Channel,
  createOutbox,
  deliveryName,
  type Message,
  type Outbox,
  type OutboxNeeds,
} from './outbox.ts';
export { messagesPersonalData } from './personal-data.ts';
export { pollTexts } from './poll-texts.ts';
export { readPreview, type SentMessage } from './read-preview.ts';
export { sealedMessages } from './reseal-outbox.ts';
export { findSandboxMessage, listSandboxMessages, type SandboxMessage } from './sandbox-message.store.ts';
export { createSandboxTransport } from './sandbox-transport.ts';
export { createSendEmail, type Email, type SendEmail } from './send-email.ts';
export { createSendText, type SendText, type Text } from './send-text.ts';
export { readSmtpServer, type SmtpServer } from './smtp-server-url.ts';
export { createSmtpTransport, type SmtpOptions } from './smtp-transport.ts';
export { countTexts, findTextState, listTextStates } from './text-state.store.ts';
export type { TextState } from './text-state.ts';
export { textStatusRoutes } from './text-status.routes.ts';
export { type Envelope, type SendOutcome, type Transport, unavailableTransport } from './transport.ts';
