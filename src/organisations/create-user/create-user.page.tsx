import {
  Button,
  DateInput,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  PhoneInput,
  Radios,
  Select,
  TextInput,
} from '../../ui/index.ts';
import { newUserAddress, userAddress, usersAddress } from '../addresses.ts';
import type { Concern } from '../invitations/concerns.ts';
import { ConcernsCallout } from '../invitations/concerns-callout.tsx';
import type { MemberId } from '../members/member.ts';
import type { PlaceChoice } from '../places/places.ts';
import { RoleChoices } from '../roles/role-choices.tsx';
import { placeValue } from './create-user.form.ts';
import type { CreateUserWords } from './create-user.words.ts';
import type { CopiedRoles, NewUserPage } from './read-new-user.ts';

export interface CreateUserProps extends NewUserPage {
  form: FormState;
  copied?: CopiedRoles | undefined;
  concerns?: readonly Concern[];
  /** Whoever has the address already, where the reader may see them. */
  known?: MemberId | undefined;
}

type Parts = CreateUserProps & { words: CreateUserWords };

export const createUserPage = (props: CreateUserProps, words: CreateUserWords): Page => {
  const { here, form, concerns = [], known } = props;
  const { code, name } = here.organisation;
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: usersAddress(code) },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={words.caption(name)}>{words.title}</Heading>
        {known ? (
          <Paragraph>
            <a href={userAddress(code, known)}>{words.alreadyMemberLink}</a>
          </Paragraph>
        ) : null}
        <ConcernsCallout concerns={concerns} email={form.values.email ?? ''} />
        <Paragraph>{words.lead}</Paragraph>
        <Form action={newUserAddress(code)}>
          <input type="hidden" name="seen" value={form.values.seen ?? ''} />
          <WhoAndWhere {...props} words={words} />
          <Roles {...props} words={words} />
          <More {...props} words={words} />
          <Button name="step" value="send">
            {concerns.length > 0 ? words.sendAnyway : words.send}
          </Button>
        </Form>
      </>
    ),
  };
};

const WhoAndWhere = ({ form, here, places, words }: Parts) => (
  <>
    <SendsFirst words={words} />
    <EmailInput {...fieldOf(form, 'email')} label={words.email} hint={words.emailHint} autoComplete="off" />
    <TextInput
      {...fieldOf(form, 'fullName')}
      label={words.fullName}
      hint={words.fullNameHint}
      autoComplete="off"
      spellCheck={false}
      width={30}
    />
    {places.length > 1 ? (
      <Radios
        {...fieldOf(form, 'place')}
        label={words.place}
        options={places.map((one) => ({
          value: placeValue(one),
          label: nameOf(one, here.practice.name, words),
        }))}
      />
    ) : null}
  </>
);

/** The first button of a form is the one that Enter presses: it sends, and must not copy. */
const SendsFirst = ({ words }: { words: CreateUserWords }) => (
  <button
    className="nhsuk-u-visually-hidden"
    type="submit"
    name="step"
    value="send"
    tabIndex={-1}
    aria-hidden="true"
  >
    {words.send}
  </button>
);

const nameOf = ({ branch }: PlaceChoice, practice: string, words: CreateUserWords): string =>
  branch ? words.branch(branch.name, branch.code) : words.wholePractice(practice);

const Roles = ({ form, choices, colleagues, copied, words }: Parts) => (
  <>
    {copied ? (
      <InsetText>
        <Paragraph>
          {copied.left.length > 0
            ? words.copiedNotAll(copied.name, copied.left.join(', '))
            : words.copied(copied.name)}
        </Paragraph>
      </InsetText>
    ) : null}
    <RoleChoices form={form} choices={choices} />
    <Select
      {...fieldOf(form, 'copyFrom')}
      label={words.copyFrom}
      hint={words.copyHint}
      options={[
        { value: '', label: words.copyNobody },
        ...colleagues.map(({ id, fullName }) => ({ value: id, label: fullName })),
      ]}
    />
    <Button variant="secondary" name="step" value="copy">
      {words.copy}
    </Button>
  </>
);

const More = ({ form, words }: Parts) => (
  <>
    <TextInput {...fieldOf(form, 'jobTitle')} label={words.jobTitle} autoComplete="off" width={20} />
    <PhoneInput {...fieldOf(form, 'phone')} label={words.phone} hint={words.phoneHint} autoComplete="off" />
    <DateInput form={form} name="startsOn" label={words.startsOn} hint={words.startsOnHint} />
    <DateInput form={form} name="endsOn" label={words.endsOn} hint={words.endsOnHint} />
  </>
);
