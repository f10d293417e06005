import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Username } from '../../kernel/username.ts';

/** Somebody who would like an account, and what they say of themselves. */
export interface Newcomer {
  fullName: string;
  email: EmailAddress;
  username: Username | undefined;
  occupation: string | undefined;
  language: string;
}
