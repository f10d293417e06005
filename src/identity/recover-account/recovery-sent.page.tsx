import type { Realm } from '../../kernel/actor.ts';
import type { Duration } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ContactSupport,
  ErrorSummary,
  Form,
  Heading,
  InsetText,
  LinkButton,
  List,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { logInAddress, recoveryAddress } from '../addresses.ts';
import type { Sends } from './recover-account.page.tsx';
import type { RecoverAccountWords } from './recover-account.words.ts';
import type { SentRequest } from './sent-request.ts';

interface SentProps {
  realm: Realm;
  sends: Sends;
  /** Known only to the browser that asked. */
  request: (SentRequest & { sealed: string }) | undefined;
  /** Asked again before its time. */
  tooEarly: boolean;
  now: Date;
  settings: Settings;
}

export const recoverySentPage = (props: SentProps, words: RecoverAccountWords): Page => {
  const { realm, request, settings } = props;
  const errors =
    request && props.tooEarly ? [{ field: '', message: words.sent.tooEarly(waitOf(props)) }] : [];
  return {
    title: words.sent.title,
    hasErrors: errors.length > 0,
    back: { href: recoveryAddress(realm), label: words.sent.otherAddress },
    body: (
      <>
        <ErrorSummary errors={errors} />
        <Heading>{words.sent.title}</Heading>
        {request ? <SentTo request={request} words={words} /> : null}
        <WhatWasSent {...props} words={words} />
        <Paragraph>{words.sent.always}</Paragraph>
        <Heading level={2} size="s">
          {words.sent.notArrived}
        </Heading>
        <List items={words.sent.notArrivedSteps} />
        <SendAgain {...props} words={words} />
        <ContactSupport contact={settings.support} emergency={false} />
      </>
    ),
  };
};

interface Part extends SentProps {
  words: RecoverAccountWords;
}

const waitOf = ({ request, now }: SentProps): Duration =>
  Math.max(0, (request?.againAt.getTime() ?? 0) - now.getTime());

const SentTo = ({ request, words }: { request: SentRequest; words: RecoverAccountWords }) => (
  <Paragraph lead>
    {request.again ? words.sent.toAgain(request.address.typed) : words.sent.to(request.address.typed)}
  </Paragraph>
);

const WhatWasSent = ({ sends, realm, settings, words: { sent } }: Part) =>
  sends === 'byLink' ? (
    <>
      <Paragraph>{sent.lead}</Paragraph>
      <InsetText>
        <Paragraph>{sent.newest}</Paragraph>
      </InsetText>
      <Paragraph>
        <a href="/reset-password">{sent.code}</a>
      </Paragraph>
    </>
  ) : (
    <>
      <Paragraph>{sent.leadTemporaryPassword}</Paragraph>
      <InsetText>
        <Paragraph>{sent.newestTemporaryPassword(settings.recovery.temporaryPasswordLife)}</Paragraph>
      </InsetText>
      <LinkButton href={logInAddress(realm)}>{sent.logIn}</LinkButton>
    </>
  );

/** Without the browser's code the button is there at once, and says when it is too early. */
const SendAgain = (props: Part) => {
  const { realm, request, words } = props;
  if (!request)
    return (
      <Paragraph>
        <a href={recoveryAddress(realm)}>{words.sent.again}</a>
      </Paragraph>
    );
  const wait = waitOf(props);
  return (
    <Form action="/forgotten-details/again">
      <input type="hidden" name="asked" value={request.sealed} />
      {wait > 0 ? (
        <p data-wait={Math.ceil(wait / 1000)} data-words={words.sent.sendAgainInSeconds}>
          {words.sent.sendAgainIn(Math.ceil(wait / 1000) * 1000)}
        </p>
      ) : null}
      <Button variant="secondary">{words.sent.sendAgain}</Button>
    </Form>
  );
};
