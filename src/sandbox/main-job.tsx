import type { Settings } from '../platform/settings/settings.ts';
import { Paragraph, Table } from '../ui/index.ts';
import { type DemoPerson, demoPeople, practiceToTry } from './demo-people.ts';
import type { SandboxWords } from './sandbox.words.ts';

interface Step {
  step: string;
  who: string;
  label: string;
  href: string;
}

const agent = demoPeople.find((person) => person.key === 'agent') as DemoPerson;

/** The steps that are there to be taken on this portal, from having no account to being back in. */
export function MainJob({ settings, words }: { settings: Settings; words: SandboxWords }) {
  const { stepColumns } = words;
  const steps = [...beginning(settings, words), ...wayBack(settings, words)];
  return (
    <>
      {settings.organisations.registration ? <Paragraph>{words.steps.registerWith}</Paragraph> : null}
      <Table
        caption={words.stepsCaption}
        captionHidden
        columns={[
          { heading: stepColumns.step },
          { heading: stepColumns.who },
          { heading: stepColumns.where },
        ]}
        rows={steps.map(({ step, who, label, href }, at) => [
          words.numbered(at + 1, step),
          who,
          <a key={href} href={href}>
            {label}
          </a>,
        ])}
      />
    </>
  );
}

function beginning({ accounts, organisations, secondFactor }: Settings, words: SandboxWords): Step[] {
  const { steps, you } = words;
  const logIn = setsUpCodes({ organisations, secondFactor }) ? steps.logInWithCode : steps.logIn;
  const register = steps.register(practiceToTry.name, practiceToTry.code);
  return [
    ...(organisations.registration
      ? [
          { step: register, who: you, label: words.registerLink, href: '/register-organisation' },
          { step: steps.approve, who: byStaff(words), label: words.tasksLink, href: '/desk' },
        ]
      : []),
    ...(accounts.openRegistration
      ? [{ step: steps.create, who: you, label: words.createLink, href: '/create-account' }]
      : []),
    { step: steps.activate, who: you, label: words.inboxLink, href: '/sandbox/inbox' },
    { step: logIn, who: you, label: words.logInLink, href: '/log-in' },
  ];
}

/** Whoever takes the steps becomes a main contact where practices register, and a patient elsewhere. */
const setsUpCodes = ({
  organisations,
  secondFactor: { needed },
}: Pick<Settings, 'organisations' | 'secondFactor'>) =>
  needed === 'everyone' || (needed === 'staff-and-administrators' && organisations.registration);

function wayBack({ lockout, recovery }: Settings, words: SandboxWords): Step[] {
  const { steps, you } = words;
  return [
    { step: steps.forget[recovery.sends], who: you, label: words.forgottenLink, href: '/forgotten-details' },
    { step: steps.lock(lockout.tries), who: you, label: words.logInLink, href: '/log-in' },
    { step: steps.unlock, who: byStaff(words), label: words.peopleLink, href: '/desk/people' },
  ];
}

const byStaff = (words: SandboxWords) => words.staff(agent.name, agent.email);
