import type { Settings } from '../../platform/settings/settings.ts';
import { ContactSupport, Heading, InsetText, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import type { SetUpFactorWords } from './set-up-factor.words.ts';

type Stopped = SetUpFactorWords['stopped'];

export const frozenPage = (settings: Settings, { frozen }: Pick<Stopped, 'frozen'>): Page => ({
  title: frozen.title,
  body: (
    <>
      <Heading>{frozen.title}</Heading>
      <Paragraph>{frozen.why}</Paragraph>
      <Paragraph>{frozen.next}</Paragraph>
      <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
    </>
  ),
});

export const closedPage = (
  { closure, now, settings }: { closure: Closure; now: Date; settings: Settings },
  { closed }: Stopped,
): Page => ({
  title: closed.title,
  body: (
    <>
      <Heading>{closed.title}</Heading>
      <Paragraph>{closed.why}</Paragraph>
      <InsetText>
        {closure.until === 'support'
          ? closed.untilSupport
          : closed.untilTime(now, closure.until, settings.service.timeZone)}
      </InsetText>
      <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
    </>
  ),
});

export const tooManyPage = (back: string, words: Stopped): Page => ({
  title: words['too-many'].title,
  body: (
    <>
      <Heading>{words['too-many'].title}</Heading>
      <Paragraph>{words['too-many'].why}</Paragraph>
      <Paragraph>{words['too-many'].next}</Paragraph>
      <LinkButton href={back}>{words.back}</LinkButton>
    </>
  ),
});
