import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Radios,
  TextInput,
} from '../../ui/index.ts';
import { accessAddress, switchOrganisationAddress } from './access.addresses.ts';
import type { Choosable } from './access.store.ts';
import type { AccessWords } from './access.words.ts';

interface SwitchProps {
  /** Those that fit what was looked for. */
  organisations: Choosable[];
  total: number;
  find: string;
  next: string | undefined;
  form: FormState;
}

/** More than these are searched rather than read through. */
const readable = 10;

export const switchOrganisationPage = (props: SwitchProps, words: AccessWords): Page => ({
  title: words.choose.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: props.next ?? accessAddress },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      {props.total > readable ? <Find {...props} words={words} /> : null}
      {props.total < 2 ? <Paragraph>{words.choose.onlyOne}</Paragraph> : null}
      {props.organisations.length > 0 ? <Choose {...props} words={words} /> : null}
      {props.total > 0 && props.organisations.length === 0 ? <Nothing {...props} words={words} /> : null}
    </>
  ),
});

type PartProps = SwitchProps & { words: AccessWords };

const Find = ({ find, next, words }: PartProps) => (
  <form action={switchOrganisationAddress()} method="get">
    <TextInput
      name="find"
      value={find}
      error={undefined}
      label={words.choose.find}
      hint={words.choose.findHint}
      width={20}
    />
    {next ? <input type="hidden" name="next" value={next} /> : null}
    <Button variant="secondary">{words.choose.findButton}</Button>
  </form>
);

const Choose = ({ organisations, next, form, words }: PartProps) => (
  <Form action={switchOrganisationAddress()}>
    <Radios
      {...fieldOf(form, 'organisation')}
      label={words.choose.title}
      labelIsHeading
      hint={words.choose.hint}
      options={organisations.map(({ id, name, code, parent }) => ({
        value: id,
        label: code ? words.named(name, code) : name,
        ...(parent && { hint: words.branchOf(parent) }),
      }))}
    />
    {next ? <input type="hidden" name="next" value={next} /> : null}
    <Button>{words.choose.button}</Button>
    <Paragraph>
      <a href={next ?? accessAddress}>{words.choose.cancel}</a>
    </Paragraph>
  </Form>
);

const Nothing = ({ find, next, words }: PartProps) => (
  <>
    <Heading>{words.choose.title}</Heading>
    <Paragraph>{words.choose.nothing(find)}</Paragraph>
    <Paragraph>
      <a href={switchOrganisationAddress(next)}>{words.choose.all}</a>
    </Paragraph>
  </>
);
