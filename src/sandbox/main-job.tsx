import { organisationAddress } from '../organisations/index.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { Heading, Paragraph, Table } from '../ui/index.ts';
import { type DemoPerson, demoPeople, demoPractice, practiceToTry } from './demo-people.ts';
import type { SandboxWords } from './sandbox.words.ts';

interface Step {
  step: string;
  who: string;
  label: string;
  href: string;
}

const personOf = (key: DemoPerson['key']) => demoPeople.find((person) => person.key === key) as DemoPerson;

/** The steps that are there to be taken on this portal, from having no account to being back in. */
export const MainJob = ({ settings, words }: { settings: Settings; words: SandboxWords }) => (
  <>
    <Heading level={2}>{words.tryTitle}</Heading>
    {settings.organisations.registration ? <Paragraph>{words.steps.registerWith}</Paragraph> : null}
    <Steps
      caption={words.stepsCaption}
      steps={[...beginning(settings, words), ...wayBack(settings, words)]}
      words={words}
    />
    <Heading level={2}>{words.helpTitle}</Heading>
    <Steps caption={words.helpStepsCaption} steps={askingForHelp(words)} words={words} />
    {settings.organisations.registration ? (
      <>
        <Heading level={2}>{words.peopleTitle}</Heading>
        <Steps caption={words.peopleStepsCaption} steps={lookingAfterPeople(words)} words={words} />
      </>
    ) : null}
  </>
);

const Steps = ({ caption, steps, words }: { caption: string; steps: Step[]; words: SandboxWords }) => (
  <Table
    caption={caption}
    captionHidden
    columns={[words.stepColumns.step, words.stepColumns.who, words.stepColumns.where].map((heading) => ({
      heading,
    }))}
    rows={steps.map(({ step, who, label, href }, at) => [
      words.numbered(at + 1, step),
      who,
      <a key={href} href={href}>
        {label}
      </a>,
    ])}
  />
);

function beginning({ accounts, organisations, secondFactor }: Settings, words: SandboxWords): Step[] {
  const { steps, you } = words;
  const logIn = setsUpCodes({ organisations, secondFactor }) ? steps.logInWithCode : steps.logIn;
  const register = steps.register(practiceToTry.name, practiceToTry.code);
  return [
    ...(organisations.registration
      ? [
          { step: register, who: you, label: words.registerLink, href: '/register-organisation' },
          { step: steps.approve, who: by('agent', words), label: words.tasksLink, href: '/desk' },
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
    { step: steps.unlock, who: by('agent', words), label: words.peopleLink, href: '/desk/people' },
  ];
}

function askingForHelp(words: SandboxWords): Step[] {
  const { helpSteps, you } = words;
  return [
    { step: helpSteps.search, who: you, label: words.helpLink, href: '/help' },
    { step: helpSteps.ask, who: you, label: words.askLink, href: '/tickets/new' },
    { step: helpSteps.confirm, who: you, label: words.inboxLink, href: '/sandbox/inbox' },
    { step: helpSteps.answer, who: by('agent', words), label: words.ticketsLink, href: '/desk/tickets' },
    { step: helpSteps.read, who: you, label: words.ownTicketsLink, href: '/tickets/log-in' },
    {
      step: helpSteps.oversee,
      who: by('senior', words),
      label: words.dashboardLink,
      href: '/desk/dashboard',
    },
  ];
}

function lookingAfterPeople(words: SandboxWords): Step[] {
  const { peopleSteps, you } = words;
  const mainContact = by('main-contact', words);
  const users = { label: words.usersLink, href: organisationAddress(demoPractice.code, 'users') };
  const inbox = { label: words.inboxLink, href: '/sandbox/inbox' };
  return [
    { step: peopleSteps.create, who: mainContact, ...users },
    { step: peopleSteps.accept, who: you, ...inbox },
    { step: peopleSteps.remove, who: mainContact, ...users },
    { step: peopleSteps.told, who: you, ...inbox },
  ];
}

function by(key: DemoPerson['key'], words: SandboxWords): string {
  const { name, email } = personOf(key);
  return words.named(name, email);
}
