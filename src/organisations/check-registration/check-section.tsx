import {
  Button,
  CodeInput,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  Radios,
  TextArea,
} from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import { type Registration, waysToCheck } from './registration.ts';

interface SectionProps {
  registration: Registration;
  timeZone: string;
  form: FormState;
  words: CheckRegistrationWords;
}

export const CheckSection = ({ registration, timeZone, form, words: { check } }: SectionProps) => (
  <>
    <Heading level={2}>{check.title}</Heading>
    {registration.check ? (
      <InsetText>
        <p>
          {check.recorded(registration.check.how, registration.check.by, registration.check.at, timeZone)}
        </p>
        <p>{registration.check.note}</p>
      </InsetText>
    ) : null}
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
      <Button variant={registration.check ? 'secondary' : 'primary'}>
        {registration.check ? check.again : check.record}
      </Button>
    </Form>
  </>
);
