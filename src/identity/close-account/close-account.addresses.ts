export const dataAddress = '/account/data';
export const closeAccountAddress = '/account/data/close';
export const closedAddress = '/account-closed';
export const reopenAddress = '/reopen-account';
