import { ButtonGroup, Heading, LinkButton, type Page, Paragraph } from '../../../ui/index.ts';
import { peopleAddress, personAddress } from '../addresses.ts';
import { OutcomeNotice } from '../outcome-notice.tsx';
import type { PersonWords } from '../people/person.words.ts';
import type { AllPersonWords, PersonProps } from '../people/person-props.ts';
import { PersonSecurity } from '../people/person-security.tsx';
import { EventTable, MessageTable, RoleTable } from '../people/person-tables.tsx';
import type { Person } from '../people/read-person.ts';
import { type AccountAction, actionsFor } from './account-actions.ts';
import { PersonFactsList } from './person-facts.tsx';

export const personPage = (props: PersonProps, words: AllPersonWords): Page => ({
  title: props.person.name,
  width: 'full',
  back: { href: peopleAddress, label: words.person.back },
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{props.person.name}</Heading>
      <PersonFactsList {...props} words={words} />
      <Actions person={props.person} words={words.person} />
      <PersonSecurity {...props} words={words} />
      <RoleTable {...props} words={words} />
      <MessageTable {...props} words={words} />
      <EventTable {...props} words={words} />
    </>
  ),
});

function Actions({ person, words }: { person: Person; words: PersonWords }) {
  const actions = actionsFor(person);
  if (actions.length === 0) return null;
  return (
    <>
      <Heading level={2}>{words.actions.title}</Heading>
      {person.mayAct === 'yes' ? (
        <>
          <Paragraph>{words.actions.note}</Paragraph>
          <ButtonGroup>
            {actions.map((action) => (
              <LinkButton key={action} href={personAddress(person.id, action)} variant="secondary">
                {actionLabel(action, person, words)}
              </LinkButton>
            ))}
          </ButtonGroup>
        </>
      ) : (
        <Paragraph>
          {person.mayAct === 'own-account' ? words.actions.ownAccount : words.actions.administrator}
        </Paragraph>
      )}
    </>
  );
}

export function actionLabel(action: AccountAction, person: Person, { actions }: PersonWords): string {
  if (action !== 'send-link') return actions[action];
  return person.passwordRealms.length > 0 ? actions['send-link'].reset : actions['send-link'].activation;
}
