/** Where registering begins, and its steps for one organisation. */
export const registerAddress = '/register-organisation';
export const stepAddress = (code: string, step?: 'you' | 'mailbox' | 'check' | 'access'): string =>
  [registerAddress, code, ...(step ? [step] : [])].join('/');
export const sentAddress = `${registerAddress}/sent`;
export const searchAddress = (typed: string): string =>
  `${registerAddress}?find=${encodeURIComponent(typed)}`;
