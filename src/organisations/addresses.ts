/** Where registering begins, and its steps for one organisation. */
export const registerAddress = '/register-organisation';
/** The same for who came to ask for access, to a practice that is here already. */
export const findToAskAddress = `${registerAddress}?to=ask`;
export const stepAddress = (
  code: string,
  step?: 'you' | 'mailbox' | 'check' | 'access' | 'main-contact',
): string => [registerAddress, code, ...(step ? [step] : [])].join('/');
export const sentAddress = `${registerAddress}/sent`;
export const mailboxAnswerAddress = `${registerAddress}/answer`;
export const searchAddress = (typed: string): string =>
  `${registerAddress}?find=${encodeURIComponent(typed)}`;

export const registrationsAddress = '/desk/registrations';
export const registrationAddress = (id: string, step?: 'letter' | 'check' | 'approve' | 'refuse'): string =>
  [registrationsAddress, id, ...(step ? [step] : [])].join('/');

export const registersAddress = '/desk/registers';
export const registerImportAddress = (id: string): string => `${registersAddress}/${id}`;

/** Everything of one organisation stands below its unique ID, so that two tabs in two organisations never mix. */
export const organisationAddress = (code: string, ...rest: string[]): string =>
  ['/organisations', code, ...rest].join('/');
/** The same page of the organisation that the session acts for; its first page, where that one is not for this person. */
export const myOrganisationAddress = (page?: string): string =>
  `/organisations/mine${page ? `?page=${page}` : ''}`;
/** Where somebody goes who changes the organisation on one of these pages: the same page of the other. */
export function samePageElsewhere(path: string): string | undefined {
  const [, first, code, page] = path.split('/');
  if (first !== 'organisations' || !code || code === 'mine') return undefined;
  return myOrganisationAddress(page);
}
export const usersAddress = (code: string): string => organisationAddress(code, 'users');
export const newUserAddress = (code: string): string => organisationAddress(code, 'users', 'new');
export const userAddress = (code: string, id: string, step?: UserStep): string =>
  organisationAddress(code, 'users', id, ...(step ? [step] : []));
export type UserStep =
  | 'details'
  | 'roles'
  | 'leave'
  | 'return'
  | 'remove'
  | 'undo'
  | 'restore'
  | 'reactivate'
  | 'invitation'
  | 'has-left';
export const usersFileAddress = (code: string): string => organisationAddress(code, 'users.csv');
export const importPeopleAddress = (code: string, id?: string): string =>
  organisationAddress(code, 'users', 'import', ...(id ? [id] : []));
export const accessRequestsAddress = (code: string, id?: string): string =>
  organisationAddress(code, 'requests', ...(id ? [id] : []));
export const reviewAddress = (code: string, step?: string): string =>
  organisationAddress(code, 'review', ...(step ? [step] : []));
export const deskOrganisationAddress = (
  id: string,
  step?: 'successor' | 'nobody-moves' | 'move' | 'moved',
): string => ['/desk/organisations', id, ...(step ? [step] : [])].join('/');
export const handoverAddress = (code: string, step?: 'answer' | 'withdraw'): string =>
  organisationAddress(code, 'handover', ...(step ? [step] : []));
export const leaversAddress = (code: string): string => organisationAddress(code, 'leavers');
export const myPeopleAddress = '/my-people';
export const addToSeveralAddress = `${myPeopleAddress}/add`;
export const removeFromSeveralAddress = `${myPeopleAddress}/remove`;

/** Somebody asks to become main contact where nobody can give access: what the practice's mailbox and letter lead to. */
export const mainContactAnswerAddress = '/main-contact-request/answer';
export const mainContactCodeAddress = '/main-contact-request/code';
/** Where those who look after a practice's people now say that such a request is wrong. */
export const objectionAddress = (code: string, id: string): string =>
  organisationAddress(code, 'main-contact-requests', id);
export const mainContactRequestsAddress = '/desk/main-contact-requests';
export const mainContactRequestAddress = (
  id: string,
  step?: 'mailbox' | 'letter' | 'check' | 'approve' | 'refuse',
): string => [mainContactRequestsAddress, id, ...(step ? [step] : [])].join('/');

/** Where staff look at an invitation whose reader said “This is not me”. */
export const unknownInvitationAddress = (id: string): string => `/desk/invitations/${id}`;

/** What the owner of an address is sent: the invitation's page, by the secret in its link. */
export const invitationAddress = '/invitation';
/** The same for who is logged in: what waits for them. */
export const myInvitationsAddress = '/account/invitations';
