/** Where registering begins, and its steps for one organisation. */
export const registerAddress = '/register-organisation';
export const stepAddress = (code: string, step?: 'you' | 'mailbox' | 'check' | 'access'): string =>
  [registerAddress, code, ...(step ? [step] : [])].join('/');
export const sentAddress = `${registerAddress}/sent`;
export const mailboxAnswerAddress = `${registerAddress}/answer`;
export const searchAddress = (typed: string): string =>
  `${registerAddress}?find=${encodeURIComponent(typed)}`;

export const registrationsAddress = '/desk/registrations';
export const registrationAddress = (id: string, step?: 'letter' | 'check' | 'approve' | 'refuse'): string =>
  [registrationsAddress, id, ...(step ? [step] : [])].join('/');

export const registersAddress = '/desk/registers';
export const registerImportAddress = (id: string): string => `${registersAddress}/${id}`;
