import { Button, Form, Heading, Paragraph } from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import type { Registration } from './registration.ts';

interface SectionProps {
  registration: Registration;
  timeZone: string;
  words: CheckRegistrationWords;
}

export const LetterSection = ({ registration, timeZone, words: { letter } }: SectionProps) => (
  <>
    <Heading level={2}>{letter.title}</Heading>
    <Paragraph>{letter.text}</Paragraph>
    {registration.letterMadeAt ? (
      <Paragraph>{letter.madeAt(registration.letterMadeAt, timeZone)}</Paragraph>
    ) : null}
    <Form action={registrationAddress(registration.id, 'letter')}>
      <Button variant="secondary">{letter.make}</Button>
    </Form>
  </>
);
