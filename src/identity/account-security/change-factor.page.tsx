import type { Realm } from '../../kernel/actor.ts';
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Paragraph,
  TextInput,
} from '../../ui/index.ts';
import { securityAddress } from '../addresses.ts';
import type { Factor } from '../second-factors/factor.ts';
import type { AccountSecurityWords } from './account-security.words.ts';
import { nameOf } from './factor-card.tsx';

interface Props {
  realm: Realm;
  factor: Factor;
}

export const renamePage = (
  { realm, factor, form }: Props & { form: FormState },
  words: AccountSecurityWords,
): Page => {
  const { rename } = words;
  const title = rename.title(nameOf(factor, words));
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: securityAddress(realm) },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <Form action={`${securityAddress(realm)}/${factor.id}/rename`}>
          <TextInput {...fieldOf(form, 'name')} label={rename.label} hint={rename.hint} width={20} />
          <Button>{rename.save}</Button>
        </Form>
      </>
    ),
  };
};

export const removePage = ({ realm, factor }: Props, words: AccountSecurityWords): Page => {
  const { remove } = words;
  const title = remove.title(nameOf(factor, words));
  return {
    title,
    back: { href: securityAddress(realm) },
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{remove.what}</Paragraph>
        {factor.kind === 'recovery-codes' ? <Paragraph>{remove.codes}</Paragraph> : null}
        <Form action={`${securityAddress(realm)}/${factor.id}/remove`}>
          <ButtonGroup>
            <Button variant="warning">{remove.button}</Button>
            <a href={securityAddress(realm)}>{remove.keep}</a>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
};

/** Why the last one stays, and what comes first. */
export const lastOnePage = ({ realm, factor }: Props, words: AccountSecurityWords): Page => {
  const { last } = words.remove;
  const title = last.title(nameOf(factor, words));
  return {
    title,
    back: { href: securityAddress(realm) },
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{last.why}</Paragraph>
        <Paragraph>{last.next}</Paragraph>
        <LinkButton href={`${securityAddress(realm)}/add`}>{words.add}</LinkButton>
      </>
    ),
  };
};

export const preferPage = ({ realm, factor }: Props, words: AccountSecurityWords): Page => {
  const { prefer } = words;
  const title = prefer.title(nameOf(factor, words));
  return {
    title,
    back: { href: securityAddress(realm) },
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{prefer.what}</Paragraph>
        <Form action={`${securityAddress(realm)}/${factor.id}/prefer`}>
          <Button>{prefer.button}</Button>
        </Form>
      </>
    ),
  };
};
