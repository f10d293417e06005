import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  EmptyState,
  Form,
  Heading,
  InsetText,
  LinkButton,
  NotificationBanner,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { devicesAddress, securityAddress } from '../addresses.ts';
import type { Factor } from '../second-factors/factor.ts';
import { areEnough } from '../second-factors/factor-policy.ts';
import { offeredMethods } from '../second-factors/offered-methods.ts';
import type { AccountSecurityWords } from './account-security.words.ts';
import { FactorCard } from './factor-card.tsx';

export interface AccountSecurityProps {
  realm: Realm;
  /** In the order in which they are asked for. */
  factors: readonly Factor[];
  isNeeded: boolean;
  /** Why nothing can be changed now. */
  frozen: string | undefined;
  done: string | undefined;
  now: Date;
  settings: Settings;
}

type Parts = AccountSecurityProps & { words: AccountSecurityWords };

export const accountSecurityPage = (props: AccountSecurityProps, words: AccountSecurityWords): Page => ({
  title: words.title,
  body: (
    <>
      {props.done ? <NotificationBanner heading={props.done} success /> : null}
      <Heading>{words.title}</Heading>
      <Paragraph>{words.intro}</Paragraph>
      {props.frozen ? <InsetText>{props.frozen}</InsetText> : null}
      <Policy {...props} words={words} />
      <Factors {...props} words={words} />
      {props.frozen ? null : <Add {...props} words={words} />}
      <Paragraph>
        <a href={devicesAddress(props.realm)}>{words.devices}</a>
      </Paragraph>
    </>
  ),
});

function Policy({ factors, isNeeded, settings, words }: Parts) {
  if (!isNeeded) return <Paragraph>{words.free}</Paragraph>;
  const isWeak = factors.length > 0 && !areEnough(settings.secondFactor, factors);
  return (
    <>
      <Paragraph>{words.needed}</Paragraph>
      {isWeak ? <InsetText>{words.weak}</InsetText> : null}
    </>
  );
}

const Factors = (props: Parts) =>
  props.factors.length === 0 ? (
    <EmptyState heading={props.words.none.heading}>
      <Paragraph>{props.words.none.text}</Paragraph>
    </EmptyState>
  ) : (
    props.factors.map((factor, at) => (
      <FactorCard
        key={factor.id}
        factor={factor}
        isFirst={at === 0}
        isOnly={props.factors.length === 1}
        realm={props.realm}
        isFrozen={props.frozen !== undefined}
        now={props.now}
        timeZone={props.settings.service.timeZone}
        words={props.words}
      />
    ))
  );

function Add({ realm, factors, settings, words }: Parts) {
  const add = `${securityAddress(realm)}/add`;
  const offered = offeredMethods(settings.secondFactor, factors);
  const lacksCodes = !factors.some(({ kind }) => kind === 'recovery-codes');
  return (
    <>
      {factors.length > 0 && lacksCodes && offered.includes('recovery-codes') ? (
        <InsetText>
          <Heading level={2} size="s">
            {words.codes.heading}
          </Heading>
          <Paragraph>{words.codes.why}</Paragraph>
          <NewCodes realm={realm} label={words.codes.button} />
        </InsetText>
      ) : null}
      {realm === 'portal' && factors.length > 0 ? <Paragraph>{words.changed}</Paragraph> : null}
      <LinkButton href={add}>{factors.length === 0 ? words.addFirst : words.add}</LinkButton>
    </>
  );
}

/** Codes are drawn by a button, never by opening a page. */
const NewCodes = ({ realm, label }: { realm: Realm; label: string }) => (
  <Form action={`${securityAddress(realm)}/add`}>
    <input type="hidden" name="way" value="recovery-codes" />
    <Button variant="secondary">{label}</Button>
  </Form>
);
