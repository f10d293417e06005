import { Button, Form, type FormState, fieldOf, Heading, Paragraph, TextArea } from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
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
    <RefuseSection registration={registration} form={form} words={words} />
  </>
);

export const RefuseSection = ({ registration, form, words: { decide } }: SectionProps) => (
  <>
    <Heading level={3}>{decide.refuseTitle}</Heading>
    <Form action={registrationAddress(registration.id, 'refuse')}>
      <TextArea {...fieldOf(form, 'reason')} label={decide.reason} hint={decide.reasonHint} rows={3} />
      <Button variant="warning">{decide.refuse}</Button>
    </Form>
  </>
);
