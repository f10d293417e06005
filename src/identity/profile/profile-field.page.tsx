import type { ReactNode } from 'react';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  PhoneInput,
  Radios,
  TextInput,
} from '../../ui/index.ts';
import { profileAddress, securityAddress } from '../addresses.ts';
import { UsernameInput } from '../username-input.tsx';
import type { ProfileFieldName } from './change-profile.ts';
import { languagesOf } from './profile.form.ts';
import { contactNeeds, type Profile } from './profile.store.ts';
import type { ProfileWords } from './profile.words.ts';

interface Props {
  field: ProfileFieldName;
  form: FormState;
  settings: Settings;
}

/** One thing on one page. */
export const profileFieldPage = ({ field, form, settings }: Props, words: ProfileWords): Page => {
  const { title } = words[field];
  const Inputs = inputs[field];
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: profileAddress },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <Form action={`${profileAddress}/${field}`}>
          <Inputs form={form} settings={settings} words={words} />
          <Button>{words.save}</Button>
        </Form>
      </>
    ),
  };
};

/** What the form of a field shows before anything is typed. */
export function valuesOf(field: ProfileFieldName, profile: Profile): Record<string, string> {
  const [line1 = '', line2 = '', town] = profile.addressLines;
  switch (field) {
    case 'name':
      return { fullName: profile.fullName };
    case 'phone':
      return { phone: profile.phone ?? '' };
    case 'username':
      return { username: profile.username ?? '' };
    case 'language':
      return { language: profile.language ?? '' };
    case 'address':
      return {
        line1,
        line2: town === undefined ? '' : line2,
        town: town ?? line2,
        postcode: profile.postcode ?? '',
      };
    case 'contact':
      return {
        needs: profile.contactNeeds.join('\n'),
        interpreterLanguage: profile.interpreterLanguage ?? '',
      };
  }
}

type InputProps = { form: FormState; settings: Settings; words: ProfileWords };

const inputs: Record<ProfileFieldName, (props: InputProps) => ReactNode> = {
  name: ({ form, words }) => (
    <TextInput {...fieldOf(form, 'fullName')} label={words.name.label} autoComplete="name" width={30} />
  ),
  phone: ({ form, words }) => (
    <>
      <Paragraph>
        {words.codes} <a href={securityAddress('portal')}>{words.codesLink}</a>.
      </Paragraph>
      <PhoneInput
        {...fieldOf(form, 'phone')}
        label={words.phone.label}
        hint={words.phone.hint}
        autoComplete="tel"
      />
    </>
  ),
  address: AddressInputs,
  username: ({ form, words }) => (
    <>
      <Paragraph>{words.username.warning}</Paragraph>
      <UsernameInput form={form} />
    </>
  ),
  language: ({ form, settings, words }) => (
    <Radios
      {...fieldOf(form, 'language')}
      label={words.language.label}
      options={languagesOf(settings).map((value) => ({ value, label: words.language.names[value] }))}
    />
  ),
  contact: ({ form, words: { contact: words } }) => (
    <>
      <Checkboxes
        {...fieldOf(form, 'needs')}
        label={words.label}
        hint={words.hint}
        options={contactNeeds.map((value) => ({ value, label: words.needs[value] }))}
      />
      <TextInput
        {...fieldOf(form, 'interpreterLanguage')}
        label={words.interpreterLanguage}
        hint={words.interpreterHint}
        width={20}
      />
    </>
  ),
};

function AddressInputs({ form, words: { address: words } }: InputProps) {
  const text = (name: string) => fieldOf(form, name);
  return (
    <>
      <Paragraph>{words.hint}</Paragraph>
      <TextInput {...text('line1')} label={words.line1} autoComplete="address-line1" width={30} />
      <TextInput {...text('line2')} label={words.line2} autoComplete="address-line2" width={30} />
      <TextInput {...text('town')} label={words.town} autoComplete="address-level2" width={20} />
      <TextInput {...text('postcode')} label={words.postcode} autoComplete="postal-code" width={10} />
    </>
  );
}
