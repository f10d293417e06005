import { type StaffRole, staffRoles } from '../../../identity/index.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { addStaff, type StaffNeeds } from './add-staff.ts';
import { createStaffWords } from './create-staff.words.ts';

interface Typed {
  name: string;
  email: string;
  role: string;
}

/** Adds staff from the terminal, and says what came of it; false when nobody was added. */
export async function createStaff(
  needs: StaffNeeds,
  typed: Typed,
  say: (line: string) => void,
): Promise<boolean> {
  const words = wordsIn(createStaffWords, 'en');
  const name = typed.name.trim();
  const email = readEmailAddress(typed.email);
  const role = staffRoles.find((known): known is StaffRole => known === typed.role);
  const refuse = (line: string): false => {
    say(line);
    return false;
  };
  if (name.length < 1 || name.length > 200) return refuse(words.nameWrong);
  if (!email) return refuse(words.emailWrong(typed.email));
  if (!role) return refuse(words.roleWrong(typed.role));
  const added = await addStaff(needs, 'system', { name, email, role });
  if (added.outcome === 'already-staff') return refuse(words.alreadyStaff(email.typed));
  if (added.outcome === 'not-active') return refuse(words.notActive(email.typed));
  if (added.outcome === 'address-changed') return refuse(words.addressChanged(email.typed));
  if (added.outcome === 'added') say(words.added(email.typed));
  else for (const line of [words.invited(email.typed), '', words.link, added.link]) say(line);
  return true;
}
