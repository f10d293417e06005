import { anyone } from '../../kernel/policy.ts';

/** Whoever asks needs no account; a session of tickets or of the portal counts where there is one. */
export const openToAnyone = { policy: anyone, supportAccess: 'never', sessions: 'tickets' } as const;

/** A form of theirs, which loses nothing when it was open for too long. */
export const sentByAnyone = { ...openToAnyone, method: 'POST', staleForm: 'shown-again' } as const;
