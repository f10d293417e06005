import {
  Button,
  CodeInput,
  Form,
  type FormState,
  fieldOf,
  Heading,
  Radios,
  TextArea,
} from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import { type Registration, waysToCheck } from './registration.ts';

interface SectionProps {
  registration: Registration;
  form: FormState;
  words: CheckRegistrationWords;
}

export const CheckSection = ({ registration, form, words: { check } }: SectionProps) => (
  <>
    <Heading level={2}>{check.title}</Heading>
    <Form action={registrationAddress(registration.id, 'check')}>
      <Radios
        {...fieldOf(form, 'how')}
        label={check.how}
        options={waysToCheck.map((way) => ({
          value: way,
          label: check.ways[way].label,
          hint: check.ways[way].hint,
        }))}
      />
      <CodeInput {...fieldOf(form, 'code')} label={check.code} hint={check.codeHint} />
      <TextArea {...fieldOf(form, 'note')} label={check.note} hint={check.noteHint} rows={3} />
      <Button variant={registration.check ? 'secondary' : 'primary'}>{check.record}</Button>
    </Form>
  </>
);
