import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ContactSupport,
  Details,
  Form,
  type FormState,
  Heading,
  LinkButton,
  List,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { recoveryAddress } from '../addresses.ts';
import type { CreateAccountWords } from './create-account.words.ts';

const asked = ['fullName', 'email', 'username', 'occupation', 'before'];

/** Advises against a second account; what was typed goes on with whoever wants it all the same. */
export const secondAccountPage = ({ values }: FormState, words: CreateAccountWords): Page => ({
  title: words.second.title,
  back: { href: '/create-account' },
  body: (
    <>
      <Heading>{words.second.title}</Heading>
      <Paragraph>{words.second.why}</Paragraph>
      <List items={words.second.reasons} />
      <Paragraph>{words.second.better}</Paragraph>
      <LinkButton href={recoveryAddress('portal')}>{words.second.button}</LinkButton>
      <Form action="/create-account">
        {asked.map((name) => (
          <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
        ))}
        <input type="hidden" name="advised" value="yes" />
        <Button variant="secondary">{words.second.goOn}</Button>
      </Form>
      <Paragraph>
        <a href="/contact">{words.second.contact}</a>
      </Paragraph>
    </>
  ),
});

export const checkEmailPage = (
  { accounts, support }: Pick<Settings, 'accounts' | 'support'>,
  words: CreateAccountWords,
): Page => ({
  title: words.sent.title,
  body: (
    <>
      <Heading>{words.sent.title}</Heading>
      <Paragraph lead>{words.sent.lead}</Paragraph>
      <Paragraph>{words.sent.next}</Paragraph>
      {accounts.tellsExisting ? null : <Paragraph>{words.sent.known}</Paragraph>}
      <Paragraph>{words.sent.nothingYet}</Paragraph>
      <Paragraph>
        <a href="/activate">{words.sent.code}</a>
      </Paragraph>
      <Details summary={words.sent.notArrived}>
        <List items={words.sent.notArrivedSteps} />
        <a href="/create-account">{words.sent.again}</a>
      </Details>
      <ContactSupport contact={support} emergency={false} />
    </>
  ),
});

/** Where only people who were invited have accounts. */
export const howToGetAnAccountPage = (registration: boolean, words: CreateAccountWords): Page => ({
  title: words.closed.title,
  body: (
    <>
      <Heading>{words.closed.title}</Heading>
      <Paragraph>{words.closed.body}</Paragraph>
      <Paragraph>
        {words.closed.invited} <a href="/activate">{words.closed.activate}</a>
      </Paragraph>
      {registration ? (
        <Paragraph>
          {words.closed.organisation} <a href="/register-organisation">{words.closed.register}</a>
        </Paragraph>
      ) : null}
      <Paragraph>
        {words.closed.had} <a href={recoveryAddress('portal')}>{words.closed.recover}</a>
      </Paragraph>
    </>
  ),
});
