export { ticketAccountAddress, ticketLogInAddress, ticketPasswordAddress } from '../identity/index.ts';

/** Where the help centre, the contact pages and people's own tickets are. */
export const helpAddress = '/help';
export const helpSearchAddress = '/help/search';
/** What a browser asks while somebody types. */
export const suggestionsAddress = '/help/suggestions';
export const categoryAddress = (category: string): string => `/help/${category}`;
export const articleAddress = (category: string, article: string): string => `/help/${category}/${article}`;

export const contactAddress = '/contact';
export const ticketsAddress = '/tickets';
export const newTicketAddress = '/tickets/new';
export const askAddress = (subject: string): string => `/tickets/new/${subject}`;
/** Asking about what was searched for in vain: the words go along. */
export const askAboutAddress = (searched: string, subject?: string): string =>
  `${subject ? askAddress(subject) : newTicketAddress}?${new URLSearchParams({ searched })}`;
/** Asking again about a ticket that is closed. */
export const askAgainAddress = (subject: string, reference: string): string =>
  `${askAddress(subject)}?${new URLSearchParams({ follows: reference })}`;
/** Where somebody logs in with the link or the code of an email. */
export const ticketLogInLinkAddress = '/tickets/log-in/link';
export const ticketLogInSentAddress = '/tickets/log-in/sent';
export const createTicketAccountAddress = '/tickets/create-account';

/** Where the tickets of an address are linked to an account of the portal, and that is taken back. */
export const linkTicketsAddress = '/tickets/account/link';
export const unlinkTicketsAddress = '/tickets/account/unlink';

/** A page of one ticket, for whoever asked. */
export const ticketAddress = (reference: string, step?: string): string =>
  [ticketsAddress, reference, ...(step ? [step] : [])].join('/');

/** Where a link in an email opens one ticket. */
export const openTicketAddress = '/tickets/open';
/** Where a browser that came by a link proves once more that it reads the mail, before it gets files. */
export const documentsAddress = (reference: string): string => ticketAddress(reference, 'documents');
/** A file of a ticket, for whoever may read it there. */
export const ticketFileAddress = (reference: string, file: string): string =>
  ticketAddress(reference, `files/${file}`);
/** Whoever came by a link is done with the ticket. */
export const leaveTicketAddress = '/tickets/open/leave';
export const openTicketAgainAddress = '/tickets/open/again';
/** Where an address is confirmed, by the link or the code of an email. */
export const confirmTicketAddress = '/tickets/confirm';
/** Where somebody says whether another may help them. */
export const agreeAddress = '/tickets/agree';

export const deskTicketsAddress = '/desk/tickets';
export const newDeskTicketAddress = '/desk/tickets/new';
export const deskTicketAddress = (reference: string, step?: string): string =>
  [deskTicketsAddress, reference, ...(step ? [step] : [])].join('/');
/** A file of a ticket at the desk, and where it is decided about one that is held. */
export const deskFileAddress = (reference: string, file: string): string =>
  deskTicketAddress(reference, `files/${file}`);
export const releaseFileAddress = (reference: string, file: string): string =>
  deskTicketAddress(reference, `files/${file}/release`);
export const deskArticlesAddress = '/desk/articles';
export const deskNoticesAddress = '/desk/notices';
export const deskFeedbackAddress = '/desk/feedback';
export const heldFeedbackAddress = '/desk/feedback/held';
export const deskCallBacksAddress = '/desk/call-backs';
export const deskMailAddress = '/desk/mail';
/** One email that came in. */
export const mailInAddress = (id: string, step?: string): string =>
  [deskMailAddress, id, ...(step ? [step] : [])].join('/');
export const deskDashboardAddress = '/desk/dashboard';
export const deskTeamsAddress = '/desk/teams';
export const deskRepliesAddress = '/desk/replies';
