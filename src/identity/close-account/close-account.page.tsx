import type { Duration } from '../../kernel/duration.ts';
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  List,
  type Page,
  Panel,
  Paragraph,
  WarningCallout,
} from '../../ui/index.ts';
import { closeAccountAddress, dataAddress, reopenAddress } from './close-account.addresses.ts';
import type { ClosingObstacles } from './close-account.ts';
import type { CloseAccountWords } from './close-account.words.ts';

interface CloseAccountProps {
  form: FormState;
  obstacles: ClosingObstacles;
  keptFor: Duration;
  usernames: boolean;
}

export const closeAccountPage = (props: CloseAccountProps, words: CloseAccountWords): Page => ({
  title: words.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: dataAddress, label: words.back },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.title}</Heading>
      <Way {...props} words={words} />
    </>
  ),
});

type PartProps = CloseAccountProps & { words: CloseAccountWords };

function Way(props: PartProps) {
  const { obstacles, words } = props;
  if (obstacles.isStaff) return <Paragraph>{words.staff.about}</Paragraph>;
  return (
    <>
      <Heading level={2}>{words.happens}</Heading>
      <List items={words.steps(props.keptFor)} />
      <Paragraph>
        {words.stays} {props.usernames ? words.usernameKept : ''}
      </Paragraph>
      {obstacles.organisations.length > 0 ? <AskSupport {...props} /> : <CloseNow {...props} />}
    </>
  );
}

const CloseNow = ({ form, words }: PartProps) => (
  <>
    <Paragraph>
      <a href={dataAddress}>{words.copyFirst}</a>
    </Paragraph>
    <Confirm form={form} sure={words.sure} button={words.button} words={words} />
  </>
);

const AskSupport = ({ form, obstacles, words }: PartProps) => (
  <>
    <WarningCallout heading={words.orphan.title}>
      <p>{words.orphan.about}</p>
      <List items={obstacles.organisations} />
      <p>{words.orphan.ask}</p>
    </WarningCallout>
    <Confirm form={form} sure={words.orphan.sure} button={words.orphan.button} words={words} />
  </>
);

interface ConfirmProps {
  form: FormState;
  sure: string;
  button: string;
  words: CloseAccountWords;
}

const Confirm = ({ form, sure, button, words }: ConfirmProps) => (
  <Form action={closeAccountAddress}>
    <Checkboxes {...fieldOf(form, 'sure')} label={words.title} options={[{ value: 'yes', label: sure }]} />
    <Button variant="warning">{button}</Button>
    <Paragraph>
      <a href={dataAddress}>{words.cancel}</a>
    </Paragraph>
  </Form>
);

export const staffAskedPage = ({ orphan, back }: CloseAccountWords): Page => ({
  title: orphan.sent,
  body: (
    <>
      <Panel title={orphan.sent} />
      <Paragraph>{orphan.next}</Paragraph>
      <Paragraph>
        <a href={dataAddress}>{back}</a>
      </Paragraph>
    </>
  ),
});

export const accountClosedPage = ({ closed }: CloseAccountWords): Page => ({
  title: closed.title,
  body: (
    <>
      <Panel title={closed.title}>{closed.text}</Panel>
      <Paragraph>{closed.next}</Paragraph>
      <Paragraph>
        <a href="/">{closed.home}</a>
      </Paragraph>
    </>
  ),
});

export const reopenPage = (link: string, form: FormState, { reopen }: CloseAccountWords): Page => ({
  title: reopen.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{reopen.title}</Heading>
      <Paragraph>{reopen.about}</Paragraph>
      <Form action={reopenAddress}>
        <input type="hidden" name="link" value={link} />
        <Button>{reopen.button}</Button>
      </Form>
    </>
  ),
});

export const reopenedPage = ({ reopen }: CloseAccountWords): Page => ({
  title: reopen.done,
  body: (
    <>
      <Panel title={reopen.done}>{reopen.next}</Panel>
      <LinkButton href="/log-in">{reopen.logIn}</LinkButton>
    </>
  ),
});

export const reopenLinkGonePage = ({ reopen }: CloseAccountWords): Page => ({
  title: reopen.gone,
  body: (
    <>
      <Heading>{reopen.gone}</Heading>
      <Paragraph>{reopen.why}</Paragraph>
      <Paragraph>
        <a href="/contact">{reopen.contact}</a>
      </Paragraph>
    </>
  ),
});
