import type { EventFinding } from '../audit/index.ts';
import { catalogue } from '../kernel/words.ts';

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const what: Record<EventFinding['found'], string> = {
  'event-altered': 'was altered after it was sealed',
  'event-missing': 'is missing: it was removed after it was sealed',
  'event-inserted': 'was slipped in: it was not there when its place was sealed',
};

export const auditWords = catalogue({
  en: {
    describe: 'Prove that the record of what happened is whole.',
    describeVerify: 'Check every seal and every sealed event, and name the first that is wrong.',
    describeNewestSeal: 'Print the newest seal, to be kept outside and given to verify later.',
    sealFile: 'a seal kept outside, from audit newest-seal',
    noSuchFile: (file: string) => `There is no file ${file} that can be read.`,
    noSeal: (file: string) => `${file} is not a seal. It must hold what audit newest-seal printed.`,
    noSealYet: 'Nothing is sealed yet. Sealing follows within a minute or two while the application runs.',
    checked: (seals: number, events: number) =>
      `Checked and found whole: ${counted(seals, 'seal', 'seals')}, ${counted(events, 'event', 'events')}.`,
    whole: 'Nothing that was sealed was altered, removed or slipped in.',
    notSealed: (count: number) =>
      `${counted(count, 'event is', 'events are')} too new to be sealed, and could not be checked.`,
    heldAgainst: 'The seal kept outside is part of the record: nothing was cut off or sealed again since.',
    keepOne:
      'Only a seal kept outside (--seal) shows whether the newest seals were cut off, or everything was sealed again by somebody who holds the root key.',
    event: ({ found, position, id, at }: EventFinding) =>
      `WRONG: the event at position ${position}, ${id}${at ? `, of ${at.toISOString()},` : ''} ${what[found]}.`,
    seals: {
      'seal-altered': (number: number) => `WRONG: seal ${number} was altered.`,
      'seal-missing': (number: number) => `WRONG: seal ${number} is missing.`,
      'seal-inserted': (number: number) => `WRONG: seal ${number} was slipped in.`,
      'seal-of-unknown-key': (number: number) =>
        `WRONG: seal ${number} was signed with a key that the root keys of this installation do not give, and no later seal of theirs vouches for it.`,
      'seal-not-as-kept': (number: number) =>
        `WRONG: seal ${number} is not the one that was kept outside. The record was sealed again: no event before it can be trusted.`,
    },
  },
});
