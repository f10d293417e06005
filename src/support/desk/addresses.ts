export const deskAddress = '/desk';
export const tasksAddress = '/desk/tasks';
export const taskDoneAddress = (reference: string): string => `${tasksAddress}/${reference}/done`;
export const peopleAddress = '/desk/people';
export const staffAddress = '/desk/staff';
export const activityAddress = '/desk/activity';
export const organisationsAddress = '/desk/organisations';

export const personAddress = (id: string, step?: string): string =>
  [peopleAddress, id, ...(step ? [step] : [])].join('/');

/** What one e-mail to a person said; from a ticket, with the way back to it. */
export const sentMessageAddress = (person: string, message: string, ticket?: string): string =>
  `${personAddress(person)}/messages/${message}${ticket ? `?ticket=${ticket}` : ''}`;

export const correctionAddress = (id: string): string => `/desk/corrections/${id}`;

export const factorResetAddress = (id: string): string => `/desk/factor-resets/${id}`;

export const staffMemberAddress = (id: string, step: string): string => `${staffAddress}/${id}/${step}`;
