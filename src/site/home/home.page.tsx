import { ButtonGroup, Card, CardGroup, Heading, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import type { HomeWords } from './home.words.ts';

interface HomePageProps {
  serviceName: string;
  person: { name: string } | undefined;
  links: { logIn: string; account: string };
  /** What the settings let a visitor do here. */
  allows: { createAccount: boolean; registerOrganisation: boolean };
}

type CardName = keyof HomeWords['cards'];

const addresses: Record<CardName, string> = {
  activate: '/activate',
  createAccount: '/create-account',
  registerOrganisation: '/register-organisation',
  askForAccess: '/register-organisation?to=ask',
  cannotLogIn: '/forgotten-details',
  contact: '/contact',
};

export const homePage = (props: HomePageProps, words: HomeWords): Page => ({
  title: props.serviceName,
  width: 'full',
  body: (
    <>
      <div className="gh-welcome">
        <Heading size="xl">{props.serviceName}</Heading>
        <Paragraph lead>{props.person ? words.leadFor(props.person.name) : words.lead}</Paragraph>
        {props.person ? <Inside props={props} words={words} /> : <Outside props={props} words={words} />}
      </div>
      <Heading level={2}>{words.whatYouCanDo}</Heading>
      <CardGroup>
        {cardsFor(props).map((name) => (
          <Card key={name} heading={words.cards[name].heading} href={addresses[name]} level={3}>
            <p>{words.cards[name].about}</p>
          </Card>
        ))}
      </CardGroup>
    </>
  ),
});

const Inside = ({ props, words }: { props: HomePageProps; words: HomeWords }) => (
  <LinkButton href={props.links.account}>{words.account.button}</LinkButton>
);

const Outside = ({ props, words }: { props: HomePageProps; words: HomeWords }) => (
  <ButtonGroup>
    <LinkButton href={props.links.logIn}>{words.logIn.button}</LinkButton>
    <a href={addresses.cannotLogIn}>{words.forgotten}</a>
  </ButtonGroup>
);

function cardsFor({ person, allows }: HomePageProps): CardName[] {
  const newcomers: CardName[] = [...(allows.createAccount ? (['createAccount'] as const) : []), 'activate'];
  return [
    ...(person ? [] : newcomers),
    ...(allows.registerOrganisation ? (['registerOrganisation', 'askForAccess'] as const) : []),
    ...(person ? [] : (['cannotLogIn'] as const)),
    'contact',
  ];
}
