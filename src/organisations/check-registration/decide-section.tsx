import { Button, Form, type FormState, Heading, Paragraph } from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
import { RefusalSection } from '../claims/desk-sections.tsx';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import type { Registration } from './registration.ts';

interface SectionProps {
  registration: Registration;
  form: FormState;
  words: CheckRegistrationWords;
}

export const DecideSection = ({ registration, form, words }: SectionProps) => (
  <>
    <Heading level={2}>{words.decide.title}</Heading>
    {registration.check ? (
      <Form action={registrationAddress(registration.id, 'approve')}>
        <Paragraph>{words.decide.approveText(registration.fullName)}</Paragraph>
        <Button>{words.decide.approve}</Button>
      </Form>
    ) : (
      <Paragraph>{words.decide.notYet}</Paragraph>
    )}
    <RefusalSection action={registrationAddress(registration.id, 'refuse')} form={form} level={3} />
  </>
);
