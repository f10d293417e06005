// Owns the help centre, tickets, and the desk: staff, their tasks, and the people they help.
// Tables: staff_task; article, article_version, article_category, article_address, article_word, related_article,
// article_feedback, spent_proof, help_count, service_notice, notice_answer, notice_answer_ticket; requester, ticket,
// ticket_message, ticket_person, ticket_link, ticket_visit, attachment, mail_in, mailbox_position, team, team_member,
// canned_reply, saved_view, ticket_presence, caller_check, call_back; the operator's own row of organisation.
// Reads the others' to show a person whole.
// Used by the application; nothing below it.

export { addSandboxHelp } from './add-sandbox-help.ts';
export { addSandboxTicket, type SandboxTicket } from './add-sandbox-ticket.ts';
export { forgetHeldTickets, lapseHeldTickets } from './ask/lapse-held.ts';
export { attachmentWorks } from './attachments/attachment-works.ts';
export { deskNavigation } from './desk/desk-navigation.ts';
export { answerLinkedWork } from './desk/notices/answer-linked-work.ts';
export { createStaff } from './desk/staff/create-staff.ts';
export { forgetFeedbackWork } from './help-centre/feedback/forget-feedback.ts';
export { exportArticlesTo } from './help-centre/starter-articles/export-to.ts';
export { fillHelpCentre } from './help-centre/starter-articles/fill-help-centre.ts';
export { importArticlesFrom } from './help-centre/starter-articles/import-from.ts';
export type { OurMail } from './mail-in/classify-mail.ts';
export { mailMetrics } from './mail-in/mail-metrics.ts';
export { type Mailbox, readMailbox } from './mail-in/mailbox.ts';
export { ourMail } from './mail-in/our-mail.ts';
export { mailWorks } from './mail-works.ts';
export { forgetTickets } from './my-tickets/forget-tickets.ts';
export { readNotices } from './notices/read-notices.ts';
export { ensureOperator } from './operator.store.ts';
export { tasksPersonalData } from './personal-data.ts';
export { supportRoutes } from './support.routes.ts';
export { closeSolvedTickets } from './tickets/close-solved.ts';
export { hasTickets } from './tickets/ticket.store.ts';
export { ticketsNavigation } from './tickets-navigation.ts';
export { ticketsPersonalData } from './tickets-personal-data.ts';
export { ticketWatch } from './watch-tickets.ts';
