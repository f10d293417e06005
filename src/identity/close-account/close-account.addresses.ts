export const dataAddress = '/account/data';
export const closeAccountAddress = '/account/data/close';
export const closedAddress = '/closed-account';
export const reopenAddress = '/reopen-account';
