import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Code,
  ContactSupport,
  Heading,
  LinkButton,
  List,
  type Page,
  Panel,
  Paragraph,
} from '../../ui/index.ts';
import { codeAddress, withNext } from '../addresses.ts';
import { endOfNumber, type Factor } from '../second-factors/factor.ts';
import type { ResetRequest } from '../second-factors/reset-request.store.ts';
import { cannotUseAddress } from './cannot-use.addresses.ts';
import type { CannotUseWords } from './cannot-use.words.ts';

interface FirstProps {
  realm: Realm;
  next: string;
  ways: readonly Factor[];
}

/** What helps at once comes before what takes days. */
export function whatHelpsPage({ realm, next, ways }: FirstProps, words: CannotUseWords): Page {
  const recovery = ways.find(({ kind }) => kind === 'recovery-codes');
  return {
    title: words.title,
    back: { href: withNext(codeAddress(realm), next) },
    body: (
      <>
        <Heading>{words.title}</Heading>
        <Paragraph>{words.first}</Paragraph>
        <List items={ways.map((way) => sayWay(way, words))} />
        {recovery ? (
          <LinkButton href={withWay(withNext(codeAddress(realm), next), recovery.id)} variant="secondary">
            {words.useRecovery}
          </LinkButton>
        ) : null}
        <Paragraph>
          <a href={withNext(codeAddress(realm), next)}>{words.goBack}</a>
        </Paragraph>
        <Heading level={2}>{words.none.title}</Heading>
        <Paragraph>{words.none.what}</Paragraph>
        <LinkButton href={withNext(cannotUseAddress(realm, '/ask'), next)}>{words.none.ask}</LinkButton>
      </>
    ),
  };
}

const withWay = (address: string, way: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}way=${way}`;

function sayWay(way: Factor, { ways }: CannotUseWords): string {
  switch (way.kind) {
    case 'authenticator':
    case 'passkey':
      return ways[way.kind](way.name);
    case 'text':
      return ways.text(endOfNumber(way));
    case 'email':
      return ways.email;
    case 'recovery-codes':
      return ways['recovery-codes'](way.codesLeft);
  }
}

interface WaitingProps {
  realm: Realm;
  next: string;
  request: ResetRequest;
  settings: Settings;
}

/** What was sent, what happens next, and what to do in the meantime. */
export const requestWaitsPage = (
  { realm, next, request, settings: { service, support } }: WaitingProps,
  { waiting: words }: CannotUseWords,
): Page => ({
  title: words.title,
  body: (
    <>
      <Panel title={words.title}>
        {words.reference}
        <br />
        <Code>{request.reference}</Code>
      </Panel>
      <Paragraph>{words.asked(request.askedAt, service.timeZone)}</Paragraph>
      <Heading level={2}>{words.next}</Heading>
      <List items={words.steps(support.hours.days, support.hours.times)} kind="number" />
      <Paragraph>{words.meanwhile}</Paragraph>
      <Paragraph>
        <a href={withNext(codeAddress(realm), next)}>{words.back}</a>
      </Paragraph>
      <Paragraph>{words.hurry}</Paragraph>
      <ContactSupport contact={support} emergency={service.usedByPatients} />
    </>
  ),
});
