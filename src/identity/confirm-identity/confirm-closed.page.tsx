import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { ContactSupport, Heading, InsetText, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import { recoveryAddress } from '../addresses.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import type { ConfirmIdentityWords } from './confirm-identity.words.ts';

interface ClosedProps {
  step: 'password' | 'code';
  realm: Realm;
  closure: Closure;
  loggedOut: boolean;
  now: Date;
  settings: Settings;
}

export function confirmationClosedPage(props: ClosedProps, words: ConfirmIdentityWords): Page {
  const { step, closure, settings, now } = props;
  const { title, loggedOut, why } = step === 'password' ? words.closed : words.codesClosed;
  const { until } = closure;
  return {
    title,
    body: (
      <>
        <Heading>{title}</Heading>
        {props.loggedOut ? <Paragraph lead>{loggedOut}</Paragraph> : null}
        <Paragraph>{why}</Paragraph>
        <InsetText>
          {until === 'support'
            ? words.closed.untilSupport
            : words.closed.untilTime(now, until, settings.service.timeZone)}
        </InsetText>
        {step === 'password' && settings.lockout.resetOpens ? (
          <LinkButton href={recoveryAddress(props.realm)}>{words.closed.reset}</LinkButton>
        ) : null}
        <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
      </>
    ),
  };
}
