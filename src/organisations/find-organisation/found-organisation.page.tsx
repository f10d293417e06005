import { ButtonGroup, emptyForm, Heading, LinkButton, List, type Page, Paragraph } from '../../ui/index.ts';
import { registerAddress, stepAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { OrganisationCard } from '../places/organisation-address.tsx';
import { FindForm } from './find-organisation.page.tsx';
import type { FindOrganisationWords } from './find-organisation.words.ts';

type Words = FindOrganisationWords;

export const confirmPage = (practice: Organisation, words: Words): Page => ({
  title: words.registrable.title,
  back: { href: registerAddress },
  body: (
    <>
      <Heading>{words.registrable.title}</Heading>
      <OrganisationCard organisation={practice} uniqueId={words.uniqueId(practice.code)} />
      <ButtonGroup>
        <LinkButton href={stepAddress(practice.code, 'you')}>{words.registrable.yes}</LinkButton>
        <a href={registerAddress}>{words.registrable.no}</a>
      </ButtonGroup>
    </>
  ),
});

export const registeredPage = (practice: Organisation, words: Words): Page => ({
  title: words.registered.title,
  back: { href: registerAddress },
  body: (
    <>
      <Heading>{words.registered.title}</Heading>
      <OrganisationCard organisation={practice} uniqueId={words.uniqueId(practice.code)} />
      <Paragraph>{words.registered.text(practice.name)}</Paragraph>
      <Paragraph>{words.registered.how}</Paragraph>
      <ButtonGroup>
        <LinkButton href={stepAddress(practice.code, 'access')}>{words.registered.ask}</LinkButton>
        <a href={registerAddress}>{words.searchAgain}</a>
      </ButtonGroup>
      <Heading level={2}>{words.registered.something}</Heading>
      <List
        items={[
          <a key="gone" href={stepAddress(practice.code, 'main-contact')}>
            {words.registered.gone}
          </a>,
          <a key="left" href={`${stepAddress(practice.code)}/left`}>
            {words.registered.left}
          </a>,
        ]}
      />
    </>
  ),
});

export const branchPage = (branch: Organisation, practice: Organisation, words: Words): Page => ({
  title: words.branch.title,
  back: { href: registerAddress },
  body: (
    <>
      <Heading>{words.branch.title}</Heading>
      <Paragraph>{words.branch.text(branch.name, practice.name)}</Paragraph>
      <OrganisationCard organisation={practice} uniqueId={words.uniqueId(practice.code)} />
      <ButtonGroup>
        <LinkButton href={stepAddress(practice.code)}>{words.branch.go(practice.name)}</LinkButton>
        {practice.registeredAt ? <a href={stepAddress(branch.code, 'access')}>{words.branch.ask}</a> : null}
        <a href={registerAddress}>{words.searchAgain}</a>
      </ButtonGroup>
    </>
  ),
});

/** Why it goes no further here, and what to do instead; never an error, since nothing was typed wrongly as such. */
export const deadEndPage = (
  end: { title: string; text: string; advice: readonly string[] },
  words: Words,
): Page => ({
  title: end.title,
  back: { href: registerAddress },
  body: (
    <>
      <Heading>{end.title}</Heading>
      <Paragraph>{end.text}</Paragraph>
      <Heading level={2}>{words.whatToTry}</Heading>
      <List items={end.advice} />
      <FindForm form={emptyForm} words={words} />
      <Paragraph>
        <a href="/contact">{words.contact}</a>
      </Paragraph>
    </>
  ),
});
