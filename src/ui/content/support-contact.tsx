import { wordsIn } from '../../kernel/words.ts';
import { useVisit } from '../visit.ts';
import { WarningCallout } from './callouts.tsx';
import { supportContactWords } from './support-contact.words.ts';
import { Heading, List, Paragraph } from './text.tsx';

export interface SupportContact {
  email: string;
  phone: string;
  hours: { days: string; times: string };
}

/** How to reach a person, with the hours; the same order everywhere (WCAG 3.2.6). */
export function ContactSupport({ contact, emergency }: { contact: SupportContact; emergency: boolean }) {
  const words = wordsIn(supportContactWords, useVisit().language);
  return (
    <>
      <Heading level={2}>{words.title}</Heading>
      <List
        items={[
          <>
            {words.phone}: <PhoneLink phone={contact.phone} />
          </>,
          <>
            {words.email}: <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </>,
        ]}
      />
      <Paragraph>{words.hours(contact.hours.days, contact.hours.times)}</Paragraph>
      {emergency ? <EmergencyHelp /> : null}
    </>
  );
}

/** A number that a phone dials when it is pressed. */
export const PhoneLink = ({ phone }: { phone: string }) => (
  <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
);

/** Shown where patients use the service and are stuck. */
export function EmergencyHelp() {
  const words = wordsIn(supportContactWords, useVisit().language);
  return (
    <WarningCallout>
      <p>{words.emergency}</p>
    </WarningCallout>
  );
}
