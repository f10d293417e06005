import {
  Button,
  ButtonGroup,
  Checkboxes,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  Note,
  type Page,
  Paragraph,
  TextInput,
  WarningCallout,
} from '../../ui/index.ts';
import { addToSeveralAddress, myPeopleAddress, userAddress } from '../addresses.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { RoleChoices } from '../roles/role-choices.tsx';
import { roleKey, roleTitle } from '../roles/roles.ts';
import type { AddedAt, AddPlan, PersonForSeveral } from './add-to-several.ts';
import { HiddenFields } from './hidden-fields.tsx';
import type { MyPeopleWords } from './my-people.words.ts';
import type { MyPlace } from './my-places.ts';
import { AnotherOrBack, Plans, type PlansProps } from './plans.tsx';

export const addConfirmAddress = `${addToSeveralAddress}/confirm`;

interface AddFormProps {
  places: readonly MyPlace[];
  roles: readonly RoleChoice[];
  form: FormState;
}

export const addToSeveralPage = ({ places, roles, form }: AddFormProps, words: MyPeopleWords): Page => ({
  title: words.add.title,
  hasErrors: form.errors.length > 0,
  back: { href: myPeopleAddress, label: words.back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.add.title}</Heading>
      <Form action={addToSeveralAddress}>
        <TextInput {...fieldOf(form, 'fullName')} label={words.add.fullName} width={30} spellCheck={false} />
        <EmailInput {...fieldOf(form, 'email')} label={words.add.email} hint={words.add.emailHint} />
        <Checkboxes
          {...fieldOf(form, 'places')}
          label={words.add.places}
          hint={words.add.placesHint}
          options={places.map(({ organisation, practice, place }) => ({
            value: organisation.code,
            label: words.named(organisation.name, organisation.code),
            ...(place.branchId && { hint: words.places.branchOf(practice.name) }),
          }))}
        />
        <RoleChoices form={form} choices={roles} />
        <Button>{words.add.preview}</Button>
      </Form>
    </>
  ),
});

interface PlanProps {
  person: PersonForSeveral;
  plans: readonly AddedAt[];
}

export const addPreviewPage = (
  { person, plans, looksShared }: PlanProps & { looksShared: boolean },
  words: MyPeopleWords,
): Page => ({
  title: words.add.check,
  width: 'full',
  body: (
    <>
      <Heading>{words.add.check}</Heading>
      <Paragraph>{words.add.about(person.fullName, person.email.typed)}</Paragraph>
      {looksShared ? (
        <WarningCallout heading={words.add.shared.heading}>
          <p>{words.add.shared.text}</p>
        </WarningCallout>
      ) : null}
      <AddPlans plans={plans} tense="planned" words={words} />
      <Paragraph>{plans.some(isInvited) ? words.add.acceptance : words.add.nobody}</Paragraph>
      <Form action={addConfirmAddress}>
        <HiddenFields
          fields={{
            fullName: person.fullName,
            email: person.email.typed,
            places: plans.map(({ place }) => place.organisation.code),
            roles: person.roles.map(roleKey),
          }}
        />
        <ButtonGroup>
          {plans.some(isInvited) ? <Button>{words.add.send}</Button> : null}
          <Button variant="secondary" name="step" value="change">
            {words.change}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  ),
});

const isInvited = ({ plan }: AddedAt) => plan.outcome === 'invited';

export const addedPage = ({ person, plans }: PlanProps, words: MyPeopleWords): Page => ({
  title: words.add.done,
  width: 'full',
  body: (
    <>
      <Heading>{words.add.done}</Heading>
      <Paragraph>{words.add.about(person.fullName, person.email.typed)}</Paragraph>
      <AddPlans plans={plans} tense="done" words={words} />
      <AnotherOrBack href={addToSeveralAddress} label={words.add.another} words={words} />
    </>
  ),
});

const AddPlans = (props: PlansProps<AddedAt>) => (
  <Plans
    {...props}
    caption={props.words.add.places}
    row={(added) => [
      props.words.named(added.place.organisation.name, added.place.organisation.code),
      <Plan key="plan" {...added} {...props} />,
    ]}
  />
);

const Plan = ({ place, plan, tense, words }: AddedAt & Omit<PlansProps<AddedAt>, 'plans'>) => (
  <>
    {words.add.added[plan.outcome][tense]}
    {linesOf(place, plan, words).map((line) => (
      <span key={line}>
        <br />
        <Note>{line}</Note>
      </span>
    ))}
    {plan.outcome === 'already-member' ? (
      <>
        <br />
        <a href={userAddress(place.organisation.code, plan.memberId)}>{words.add.user}</a>
      </>
    ) : null}
  </>
);

function linesOf({ services }: MyPlace, plan: AddPlan, { add }: MyPeopleWords): string[] {
  const given =
    plan.outcome === 'invited' ? [add.with(plan.roles.map((role) => roleTitle(services, role)))] : [];
  const leftOut = 'leftOut' in plan ? plan.leftOut : [];
  return [...given, ...leftOut.map(({ role, because }) => add.leftOut[because](roleTitle(services, role)))];
}
