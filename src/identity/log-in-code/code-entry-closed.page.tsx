import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { ContactSupport, Heading, InsetText, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import { codeAddress, recoveryAddress } from '../addresses.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import type { LogInCodeWords } from './log-in-code.words.ts';

interface ClosedProps {
  realm: Realm;
  closure: Closure;
  justNow: boolean;
  now: Date;
  settings: Settings;
}

export function codeEntryClosedPage(props: ClosedProps, words: LogInCodeWords): Page {
  const { closure, realm, now, settings } = props;
  const { closed } = words;
  const { until } = closure;
  return {
    title: closed.title,
    body: (
      <>
        <Heading>{closed.title}</Heading>
        {props.justNow ? <Paragraph lead>{closed.justNow}</Paragraph> : null}
        <Paragraph>{closed.why}</Paragraph>
        <InsetText>
          {until === 'support'
            ? closed.untilSupport
            : closed.untilTime(now, until, settings.service.timeZone)}
        </InsetText>
        <Paragraph>{closed.notYou}</Paragraph>
        <LinkButton href={recoveryAddress(realm)}>{closed.reset}</LinkButton>
        <Paragraph>
          {closed.noCodes} <a href={`${codeAddress(realm)}/cannot-use`}>{words.cannotUse(true)}</a>
        </Paragraph>
        <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
      </>
    ),
  };
}
