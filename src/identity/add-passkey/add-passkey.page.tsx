import type { Settings } from '../../platform/settings/settings.ts';
import { ContactSupport, Heading, LinkButton, type Page, Paragraph, TextInput } from '../../ui/index.ts';
import { PasskeyForm } from '../passkeys/passkey-form.tsx';
import { longestFactorName } from '../second-factors/factor-name.ts';
import type { AddPasskeyWords } from './add-passkey.words.ts';

interface AddPasskeyProps {
  action: string;
  next: string;
  /** What it is called unless its owner says otherwise. */
  device: string;
  otherWays: string;
}

export const addPasskeyPage = (props: AddPasskeyProps, words: AddPasskeyWords): Page => ({
  title: words.title,
  back: { href: props.otherWays },
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.what}</Paragraph>
      <Paragraph>{words.where}</Paragraph>
      <Paragraph>{words.ownDevice}</Paragraph>
      <div data-without-passkey="">
        <Paragraph>
          <strong>{words.without}</strong>
        </Paragraph>
      </div>
      <PasskeyForm does="create" action={props.action} label={words.create} next={props.next}>
        <TextInput
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={props.device.slice(0, longestFactorName)}
          width={20}
        />
      </PasskeyForm>
      <Paragraph>
        <a href={props.otherWays}>{words.otherWay}</a>
      </Paragraph>
    </>
  ),
});

export type AddRefusal = Exclude<keyof AddPasskeyWords['refused'], 'back'>;

export function notAddedPage(
  refusal: AddRefusal,
  { settings, back }: { settings: Settings; back: string },
  { refused }: AddPasskeyWords,
): Page {
  const { title, what } = refused[refusal];
  return {
    title,
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{what}</Paragraph>
        <LinkButton href={back}>{refused.back}</LinkButton>
        <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
      </>
    ),
  };
}
